package org.stepbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a workbook before it is read: unpacks it once without keeping anything, because what it says of its own
 * size may be wrong.
 */
final class WorkbookLimits {
    private static final int MOST_PARTS = 10_000;
    private static final long MOST_BYTES = 4L << 30;
    /** All texts of a workbook are in memory while it is read. */
    private static final long MOST_BYTES_OF_TEXTS = 256L << 20;

    private static final long HARMLESS_BYTES = 32L << 20;
    private static final int MOST_TIMES = 200;

    private WorkbookLimits() {}

    /** @throws UnreadableFile when it is no whole ZIP archive, or one that would fill the memory */
    static void check(Path file) throws IOException, UnreadableFile {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw tooLarge("It has more than " + MOST_PARTS + " parts.");
            }
            long all = 0;
            byte[] buffer = new byte[1 << 16];
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                all += read(zip, entries.nextElement(), all, buffer);
            }
        } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
            throw new UnreadableFile("", "It is no whole workbook: it is damaged or cut off. Copy or save it again.");
        }
    }

    private static long read(ZipFile zip, ZipEntry entry, long before, byte[] buffer)
            throws IOException, UnreadableFile {
        long packed = Math.max(1, entry.getCompressedSize());
        boolean sheet = entry.getName().contains("worksheets/");
        boolean texts = entry.getName().endsWith("sharedStrings.xml");
        long size = 0;
        var addresses = new CellAddresses();
        try (InputStream in = zip.getInputStream(entry)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                checkSize(Math.max(size, entry.getSize()), packed, before, texts);
                if (sheet && !addresses.pass(buffer, count)) {
                    throw tooLarge("A cell lies behind the last column that a sheet can have, or is not in UTF-8.");
                }
            }
        }
        return size;
    }

    private static void checkSize(long size, long packed, long before, boolean texts) throws UnreadableFile {
        if (size > HARMLESS_BYTES && size / packed > MOST_TIMES) {
            throw tooLarge("A part of it is packed more than " + MOST_TIMES + " times smaller than it is.");
        }
        if (before + size > MOST_BYTES) {
            throw tooLarge("It unpacks to more than " + (MOST_BYTES >> 20) + " MB.");
        }
        if (texts && size > MOST_BYTES_OF_TEXTS) {
            throw tooLarge("Its texts are more than " + (MOST_BYTES_OF_TEXTS >> 20) + " MB.");
        }
    }

    private static UnreadableFile tooLarge(String why) {
        return new UnreadableFile("", why + " Export it as CSV, or less at a time.");
    }
}
