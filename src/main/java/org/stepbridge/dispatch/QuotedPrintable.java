package org.stepbridge.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes text as quoted-printable (RFC 2045, 6.7): UTF-8, line breaks as CRLF, other control characters left out. The
 * mail library's own stream writes byte by byte under a lock and took most of the time of composing.
 */
final class QuotedPrintable {
    /** The longest line but for the soft break. */
    private static final int WIDTH = 75;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    private byte[] out;
    private int length;
    private int column;

    private QuotedPrintable(String text) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.out = new byte[this.text.length + this.text.length / 4 + 64];
    }

    /** The text, encoded. */
    static byte[] encode(String text) {
        return new QuotedPrintable(text).encode();
    }

    private byte[] encode() {
        for (int i = 0; i < text.length; i++) {
            int c = text[i] & 0xFF;
            if (c == '\n' || (c == '\r' && (i + 1 == text.length || text[i + 1] != '\n'))) {
                lineBreak();
            } else if (c >= 0x80 || c == '=') {
                escaped(c);
            } else if ((c == ' ' || c == '\t') && endsLine(i)) {
                // White space at the end of a line may be lost on the way.
                escaped(c);
            } else if ((c >= ' ' && c < 0x7F) || c == '\t') {
                room(1);
                out[length++] = (byte) c;
                column++;
            }
        }
        return Arrays.copyOf(out, length);
    }

    private boolean endsLine(int i) {
        return i + 1 == text.length || text[i + 1] == '\n' || text[i + 1] == '\r';
    }

    private void escaped(int c) {
        room(3);
        out[length++] = '=';
        out[length++] = HEX[c >> 4];
        out[length++] = HEX[c & 0xF];
        column += 3;
    }

    private void lineBreak() {
        grow(2);
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
    }

    /** Makes room for so many characters that must stay on one line. */
    private void room(int count) {
        grow(count + 3);
        if (column + count > WIDTH) {
            out[length++] = '=';
            out[length++] = '\r';
            out[length++] = '\n';
            column = 0;
        }
    }

    private void grow(int count) {
        if (length + count > out.length) {
            out = Arrays.copyOf(out, out.length * 2);
        }
    }
}
