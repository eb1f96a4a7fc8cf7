package org.stepbridge.routing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Sha256;

/**
 * What a poll of a view has brought, kept in a file as an export would be.
 *
 * @param file where it is
 * @param hash SHA-256 of its bytes, in hexadecimal
 * @param rows how many rows are in it
 * @param latest the latest time in the watermark column that is not in the future; null when there is none
 */
record Poll(Path file, String hash, long rows, @Nullable LocalDateTime latest) {

    /**
     * Writes these rows as CSV in UTF-8, one after the other, in memory that does not grow with them.
     *
     * @param soon a time behind this is somebody's mistake and no row's real one
     */
    static Poll write(Iterator<?> rows, Path file, char delimiter, LocalDateTime soon) throws IOException {
        Files.createDirectories(file.getParent());
        MessageDigest digest = Sha256.digest();
        LocalDateTime latest = null;
        long count = 0;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest);
                CsvWriter csv = CsvWriter.builder().fieldSeparator(delimiter).build(out, StandardCharsets.UTF_8)) {
            while (rows.hasNext()) {
                ViewRow row = (ViewRow) rows.next();
                if (count++ == 0) {
                    csv.writeRecord(row.names());
                }
                csv.writeRecord(row.cells());
                LocalDateTime time = row.watermark();
                if (time != null && !time.isAfter(soon) && (latest == null || time.isAfter(latest))) {
                    latest = time;
                }
            }
        }
        return new Poll(file, HexFormat.of().formatHex(digest.digest()), count, latest);
    }
}
