package org.stepbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.stepbridge.casework.Mapping;

/** Finds out how a file is written, for feeds that ask for it. */
final class Detection {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Detection() {}

    /** UTF-16 if it looks so, UTF-8 if every byte of it is right in UTF-8, else Windows-1252. */
    static Charset charset(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] buffer = new byte[1 << 16];
            int count = in.readNBytes(buffer, 0, buffer.length);
            if (count >= 2 && (buffer[1] == 0 || ((buffer[0] & 0xFF) == 0xFF && (buffer[1] & 0xFF) == 0xFE))) {
                return StandardCharsets.UTF_16LE;
            }
            if (count >= 2 && (buffer[0] == 0 || ((buffer[0] & 0xFF) == 0xFE && (buffer[1] & 0xFF) == 0xFF))) {
                return StandardCharsets.UTF_16BE;
            }
            return isUtf8(in, buffer, count) ? StandardCharsets.UTF_8 : WINDOWS;
        }
    }

    private static boolean isUtf8(InputStream in, byte[] buffer, int first) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(buffer.length);
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, first);
        boolean ended = first < buffer.length;
        while (true) {
            CoderResult result = decoder.decode(bytes, text.clear(), ended);
            if (result.isError()) {
                return false;
            }
            if (ended) {
                return true;
            }
            bytes.compact();
            int count = in.readNBytes(buffer, bytes.position(), bytes.remaining());
            ended = count < bytes.remaining();
            bytes.position(bytes.position() + count).flip();
        }
    }

    /** The delimiter with which the file's first row has most of the mapping's headings; the comma if all have as few. */
    static char delimiter(Path file, Charset charset, Mapping mapping) throws IOException {
        var names = new ColumnNames(mapping.columns());
        char best = DELIMITERS[0];
        long most = 0;
        for (char delimiter : DELIMITERS) {
            try (var rows = CsvRows.of(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), charset, delimiter)) {
                RawRow heading = rows.next();
                long known = heading == null
                        ? 0
                        : heading.cells().stream()
                                .filter(cell -> !names.of(cell).isEmpty())
                                .count();
                best = known > most ? delimiter : best;
                most = Math.max(most, known);
            }
        }
        return best;
    }
}
