package org.stepbridge.text;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts a note into words and the marks that end sentences and clauses. Hyphens and slashes part words, so that co-work,
 * co work and co/work are one; marks become tokens of their own, so that queries can stay inside a sentence.
 */
final class PracticeTokenizer extends Tokenizer {
    private static final int LABEL_LENGTH = 40;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private char[] text = new char[1024];
    private int length;
    private int at;

    @Override
    public void reset() throws IOException {
        super.reset();
        at = 0;
        length = 0;
        int read;
        while ((read = input.read(text, length, text.length - length)) >= 0) {
            length += read;
            if (length == text.length) {
                text = java.util.Arrays.copyOf(text, text.length * 2);
            }
        }
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (at < length) {
            char c = text[at];
            if (Character.isLetterOrDigit(c)) {
                return word();
            }
            int start = at++;
            Concept mark = mark(c, start);
            if (mark != null) {
                term.setEmpty().append(mark.term);
                keyword.setKeyword(true);
                offset.setOffset(correctOffset(start), correctOffset(at));
                return true;
            }
        }
        return false;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(length), correctOffset(length));
    }

    private boolean word() {
        int start = at;
        while (at < length) {
            char c = text[at];
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                at++;
            } else if (isApostrophe(c) && at + 1 < length && Character.isLetter(text[at + 1])) {
                at++;
            } else if (c == '.' && isInitial(start)) {
                at++;
            } else {
                break;
            }
        }
        term.copyBuffer(text, start, at - start);
        offset.setOffset(correctOffset(start), correctOffset(at));
        return true;
    }

    /** Whether the dot at hand stands inside T.M. or after it, so that it ends no sentence. */
    private boolean isInitial(int start) {
        boolean oneLetter = at > 0 && Character.isLetter(text[at - 1]) && (at - 1 == start || text[at - 2] == '.');
        boolean letterFollows = at + 1 < length
                && Character.isLetter(text[at + 1])
                && (at + 2 >= length || !Character.isLetterOrDigit(text[at + 2]));
        return oneLetter && (letterFollows || at - 1 > start);
    }

    private @org.jspecify.annotations.Nullable Concept mark(char c, int start) {
        return switch (c) {
            case '.' -> dots(start);
            case '!' -> Concept.STOP;
            case '?' -> Concept.QUESTION;
            case ',', '(', ')' -> Concept.COMMA;
            case ';', '•' -> Concept.SEMICOLON;
            case ':' -> isBetweenDigits(start) ? null : Concept.COLON;
            case '-', '–', '—' -> isApart(start) ? Concept.DASH : null;
            case '_', '…' -> run(c);
            case '[' -> box();
            case '☐', '□' -> Concept.BLANK;
            case '☑', '☒', '✓', '✔' -> Concept.TICK;
            case '\n' -> lineEnd(start);
            case '&', '+' -> Concept.AND;
            default -> null;
        };
    }

    private @org.jspecify.annotations.Nullable Concept dots(int start) {
        if (at < length && text[at] == '.') {
            return run('.');
        }
        if (at < length && !Character.isWhitespace(text[at]) && !isCloser(text[at])) {
            return null;
        }
        // An initial, as in H. Marsh.
        boolean initial = start > 0
                && Character.isUpperCase(text[start - 1])
                && (start == 1 || !Character.isLetterOrDigit(text[start - 2]));
        return initial ? null : Concept.STOP;
    }

    private Concept run(char c) {
        int from = at - 1;
        while (at < length && text[at] == c) {
            at++;
        }
        return c == '_' || at - from > 3 ? Concept.BLANK : Concept.STOP;
    }

    private @org.jspecify.annotations.Nullable Concept box() {
        int close = at;
        while (close < length && close - at < 3 && text[close] != ']') {
            close++;
        }
        if (close >= length || text[close] != ']') {
            return null;
        }
        boolean ticked = false;
        for (int i = at; i < close; i++) {
            ticked |= !Character.isWhitespace(text[i]);
        }
        at = close + 1;
        return ticked ? Concept.TICK : Concept.BLANK;
    }

    /** A new line ends a sentence unless the text merely wraps there. */
    private @org.jspecify.annotations.Nullable Concept lineEnd(int start) {
        int before = start - 1;
        while (before >= 0 && Character.isWhitespace(text[before]) && text[before] != '\n') {
            before--;
        }
        int next = at;
        boolean blankLine = false;
        while (next < length && (Character.isWhitespace(text[next]) || text[next] == '>')) {
            blankLine |= text[next] == '\n';
            next++;
        }
        if (before >= 0 && text[before] == ':') {
            // A label with nothing behind it, but for a list or text that belongs to it.
            return next >= length || isLabel(next) ? Concept.BLANK : null;
        }
        if (next >= length) {
            return null;
        }
        boolean wraps = !blankLine && Character.isLowerCase(text[next]);
        return wraps ? null : Concept.STOP;
    }

    private boolean isLabel(int from) {
        for (int i = from; i < length && i - from < LABEL_LENGTH && text[i] != '\n'; i++) {
            if (text[i] == ':' && !isBetweenDigits(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBetweenDigits(int i) {
        return i > 0 && i + 1 < length && Character.isDigit(text[i - 1]) && Character.isDigit(text[i + 1]);
    }

    private boolean isApart(int start) {
        return (start > 0
                        && (Character.isWhitespace(text[start - 1])
                                || (at < length && Character.isWhitespace(text[at]))))
                || (at < length && (text[at] == '-'));
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == '‘' || c == '`';
    }

    private static boolean isCloser(char c) {
        return c == '"' || c == ')' || c == '”' || c == '’' || c == '\'';
    }
}
