package org.stepbridge.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * What a document is by its content; its name counts for nothing. Old Office files (OLE) are unknown here, since their
 * macros cannot be seen from outside.
 *
 * @param media its media type
 * @param extension what a file of that type ends in
 */
record DocumentType(String media, String extension) {
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final String ODF = "application/vnd.oasis.opendocument.";
    private static final int MOST_CONTENT_TYPES = 1 << 20;
    /** Nobody's document is larger inside, and looking through more would take long. */
    private static final long MOST_INFLATED = 512L << 20;

    private static final int MOST_ENTRIES = 10_000;

    /** Every type that can be told: media type to extension. */
    static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("application/pdf", "pdf"),
            Map.entry(OOXML + "wordprocessingml.document", "docx"),
            Map.entry(OOXML + "spreadsheetml.sheet", "xlsx"),
            Map.entry(OOXML + "presentationml.presentation", "pptx"),
            Map.entry(ODF + "text", "odt"),
            Map.entry(ODF + "spreadsheet", "ods"),
            Map.entry("application/rtf", "rtf"),
            Map.entry("text/plain", "txt"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/png", "png"),
            Map.entry("image/tiff", "tif"),
            Map.entry("image/heic", "heic"));

    /** The type of these bytes; empty when it is none that is known, or when it carries macros. */
    static Optional<DocumentType> of(byte[] content) {
        try {
            String media = MimeTypes.getDefaultMimeTypes()
                    .detect(new ByteArrayInputStream(content), new Metadata())
                    .getBaseType()
                    .toString();
            String sure = media.equals("application/zip") || media.equals("application/x-tika-ooxml")
                    ? office(content)
                    : media;
            return Optional.ofNullable(KNOWN.get(sure)).map(extension -> new DocumentType(sure, extension));
        } catch (ZipException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
    }

    /** The Office document that this archive says it is, if none of its parts is a macro; else nothing known. */
    private static String office(byte[] content) throws IOException {
        String media = "";
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
            int entries = 0;
            long room = MOST_INFLATED;
            byte[] buffer = new byte[1 << 16];
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin") || ++entries > MOST_ENTRIES) {
                    return "";
                }
                if (name.equals("[content_types].xml")) {
                    byte[] types = archive.readNBytes(MOST_CONTENT_TYPES);
                    media = main(new String(types, StandardCharsets.UTF_8));
                }
                for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
                    room -= read;
                    if (room < 0) {
                        return "";
                    }
                }
            }
        }
        return media;
    }

    private static String main(String contentTypes) {
        return KNOWN.keySet().stream()
                .filter(media -> media.startsWith(OOXML) && contentTypes.contains(media + ".main+xml"))
                .findFirst()
                .orElse("");
    }
}
