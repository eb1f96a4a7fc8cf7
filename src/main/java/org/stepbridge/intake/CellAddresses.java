package org.stepbridge.intake;

/**
 * Looks over the bytes of a sheet for addresses of cells behind the last column, for which a reader would make room for
 * all those before it. An address is the attribute {@code r} of a tag.
 */
final class CellAddresses {
    /** The last column of a spreadsheet is XFD. */
    private static final int MOST_LETTERS = 3;

    private boolean inTag;
    private int before;
    private int beforeThat;
    /** How many letters of an address have gone by; below zero outside one. */
    private int letters = -1;

    /** Whether these bytes, read after those of earlier calls, hold no such address and are no UTF-16. */
    boolean pass(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            int c = bytes[i];
            if (c == 0 || letters > MOST_LETTERS) {
                return false;
            }
            if (letters >= 0) {
                boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '$';
                letters = letter ? letters + 1 : -1;
            } else if (inTag && (c == '"' || c == '\'') && before == '=' && beforeThat == 'r') {
                letters = 0;
            }
            inTag = c == '<' || (inTag && c != '>');
            if (c > ' ') {
                beforeThat = before;
                before = c;
            }
        }
        return true;
    }
}
