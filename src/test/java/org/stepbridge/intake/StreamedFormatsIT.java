package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepbridge.casework.Mapping;

/** However long a file is, its reader holds no more than the row in hand and a buffer. */
class StreamedFormatsIT {
    private static final int ROWS = 200_000;
    private static final int BUFFER = 1 << 18;
    private static final Mapping NOTES = Feeds.notes().mapping();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "XML,'<E>','<N><NoteID>GN%d</NoteID><Text>Agreed with care.</Text></N>','</E>'",
        "JSON,'[{}','\n,{\"NoteID\":\"GN%d\",\"Text\":\"Agreed with care.\"}',']'",
        "JSON,'','{\"NoteID\":\"GN%d\",\"Text\":\"Agreed with care.\"}\n',''"
    })
    void rows_are_read_no_further_ahead_than_a_buffer(String format, String head, String row, String tail)
            throws Exception {
        var file = new Repeated(head, row, tail);
        int read = 0;
        long furthest = 0;
        try (RowReader rows =
                format.equals("XML") ? XmlRows.open(file, NOTES) : JsonRows.open(file, StandardCharsets.UTF_8, NOTES)) {
            rows.next();
            for (RawRow next = rows.next(); next != null; next = rows.next()) {
                assertThat(next.fault()).isNull();
                assertThat(next.cells().get(0)).isEqualTo("GN" + read);
                read++;
                furthest = Math.max(furthest, file.rows - read);
            }
        }

        assertThat(read).isEqualTo(ROWS);
        assertThat(furthest * row.length()).isLessThan(BUFFER);
    }

    @Test
    void a_workbook_of_many_rows_is_read_in_little_memory() throws Exception {
        Path file = folder.resolve("export.xlsx");
        write(file);
        Runtime runtime = Runtime.getRuntime();
        long idle = 0;
        long most = 0;
        int read = 0;
        try (RowReader rows = RowReaders.open(ArrivedFile.of(file), NOTES, new Found())) {
            for (RawRow next = rows.next(); next != null; next = rows.next()) {
                read++;
                if (read % 50_000 == 2) {
                    System.gc();
                    long used = runtime.totalMemory() - runtime.freeMemory();
                    idle = idle == 0 ? used : idle;
                    most = Math.max(most, used);
                }
            }
        }

        assertThat(read).isEqualTo(ROWS + 1);
        assertThat(most - idle).as("bytes held").isLessThan(8 << 20);
    }

    /** The usual workbook with many rows in place of one. */
    private void write(Path file) throws IOException {
        Path small = Files.write(
                folder.resolve("small.xlsx"),
                new Workbook().texts(java.util.List.of("NoteID", "Text")).bytes());
        try (var from = new ZipFile(small.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                int end = text.indexOf("</sheetData>");
                to.write((end < 0 ? text : text.substring(0, end)).getBytes(StandardCharsets.UTF_8));
                for (int i = 2; end >= 0 && i < ROWS + 2; i++) {
                    to.write(("<row r='" + i + "'><c r='A" + i + "' t='inlineStr'><is><t>GN" + i
                                    + "</t></is></c><c r='B" + i
                                    + "' t='inlineStr'><is><t>Agreed with care, " + Integer.toHexString(i * 7919)
                                    + ".</t></is></c></row>")
                            .getBytes(StandardCharsets.US_ASCII));
                }
                to.write((end < 0 ? "" : text.substring(end)).getBytes(StandardCharsets.UTF_8));
                to.closeEntry();
            }
        }
    }

    /** A file that exists only as it is read. */
    private static final class Repeated extends InputStream {
        private final String row;
        private final String tail;
        private int rows;
        private byte[] piece;
        private int at;
        private boolean ended;

        Repeated(String head, String row, String tail) {
            this.row = row;
            this.tail = tail;
            this.piece = head.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            while (at == piece.length) {
                if (ended) {
                    return -1;
                }
                ended = rows == ROWS;
                piece = (ended ? tail : row.formatted(rows++)).getBytes(StandardCharsets.US_ASCII);
                at = 0;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, from, count);
            at += count;
            return count;
        }
    }
}
