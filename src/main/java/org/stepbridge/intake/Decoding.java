package org.stepbridge.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Turns bytes into characters strictly: bytes that the charset does not know become {@link #UNKNOWN}, so that the row
 * they stand in can be rejected, and are never guessed.
 */
final class Decoding {
    /** Stands for bytes that cannot be decoded. Unicode promises that it is never a character of a text. */
    static final char UNKNOWN = '\uFFFF';

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Decoding() {}

    /**
     * Reads this stream. A UTF-8 byte order mark is dropped and, being proof, counts for more than the charset that the
     * mapping names.
     */
    static Reader open(InputStream bytes, Charset charset) throws IOException {
        var in = new BufferedInputStream(bytes, 1 << 16);
        in.mark(UTF_8_MARK.length);
        boolean marked = Arrays.equals(in.readNBytes(UTF_8_MARK.length), UTF_8_MARK);
        if (!marked) {
            in.reset();
        }
        var decoder = (marked ? StandardCharsets.UTF_8 : charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(UNKNOWN));
        return new InputStreamReader(in, decoder);
    }
}
