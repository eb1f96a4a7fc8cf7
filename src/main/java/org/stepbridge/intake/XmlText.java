package org.stepbridge.intake;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Serial;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML file. What a parser would give the whole file up for, bytes outside the charset and
 * characters that XML does not allow, is replaced by marks that cost only the row they stand in.
 */
final class XmlText extends FilterReader {
    private static final int HEAD = 400;
    private static final int LONGEST_STRETCH = 16 << 20;
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

    /** More characters than memory should hold at once without a tag among them. */
    static final class StretchTooLong extends IOException {
        @Serial
        private static final long serialVersionUID = 1;

        StretchTooLong() {
            super("more than " + LONGEST_STRETCH + " characters without a tag");
        }
    }

    private int stretch;

    private XmlText(Reader in) {
        super(in);
    }

    /**
     * Reads this stream in the charset that the file itself says, UTF-8 if it says none.
     *
     * @throws UnreadableFile when it says one that nobody knows
     */
    static XmlText open(InputStream bytes) throws IOException, UnreadableFile {
        var in = new BufferedInputStream(bytes, 1 << 16);
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        in.skipNBytes(isMarked(head) ? 2 : 0);
        return new XmlText(Decoding.open(in, charset(head)));
    }

    /** Whether these bytes start with the byte order mark of UTF-16. */
    private static boolean isMarked(byte[] head) {
        return head.length > 1
                && ((head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)
                        || (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE));
    }

    private static Charset charset(byte[] head) throws UnreadableFile {
        int first = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
        if (first == 0xFEFF || first == '<') {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFFFE || first == '<' << 8) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (!declared.find() || declared.group(1).toUpperCase(Locale.ROOT).startsWith("UTF-16")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalArgumentException e) {
            throw new UnreadableFile("", "It declares an encoding that nobody knows. Export it again in UTF-8.");
        }
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int count = in.read(into, from, length);
        for (int i = from; i < from + count; i++) {
            char c = into[i];
            if (c == '<' || c == '>') {
                stretch = 0;
            } else if (++stretch > LONGEST_STRETCH) {
                throw new StretchTooLong();
            }
            if (c == Decoding.UNKNOWN) {
                into[i] = CellText.UNKNOWN_IN_XML;
            } else if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\uFFFE') {
                into[i] = CellText.FORBIDDEN_IN_XML;
            }
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
