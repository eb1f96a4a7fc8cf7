package org.stepbridge.intake;

/** What no cell may hold, whatever format it comes in. */
final class CellText {
    /** Stands for bytes that cannot be decoded where {@link Decoding#UNKNOWN} may not stand, as in XML. */
    static final char UNKNOWN_IN_XML = '\uFDD0';
    /** Stands for a character that XML does not allow. */
    static final char FORBIDDEN_IN_XML = '\uFDD1';

    private static final int MOST_CHARS = 1 << 20;

    private CellText() {}

    /** What is wrong with this cell; empty when nothing is. */
    static String problem(String cell) {
        if (cell.length() > MOST_CHARS) {
            return "It is longer than " + MOST_CHARS + " characters.";
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == Decoding.UNKNOWN || c == UNKNOWN_IN_XML) {
                return "It holds bytes that are not in the charset of the file. Export it again in that charset.";
            }
            if (c == '\0' || c == FORBIDDEN_IN_XML) {
                return "It holds a NUL or another character that no text holds. Export it again.";
            }
        }
        return "";
    }
}
