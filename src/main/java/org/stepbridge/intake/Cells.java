package org.stepbridge.intake;

/** What every cell goes through, whatever it means. */
final class Cells {
    private Cells() {}

    /** White space of any kind, the no-break space and the byte order mark among it. */
    static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\uFEFF' || (c > 127 && Character.isWhitespace(c));
    }

    /** The cell without the white space around it. */
    static String trim(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isSpace(cell.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(cell.charAt(to - 1))) {
            to--;
        }
        return to - from == cell.length() ? cell : cell.substring(from, to);
    }

    /** A whole number without the decimal places that spreadsheets put behind it; any other text as it is. */
    static String withoutDecimals(String id) {
        int first = id.startsWith("-") ? 1 : 0;
        int point = id.indexOf('.');
        if (point <= first) {
            return id;
        }
        for (int i = first; i < id.length(); i++) {
            char c = id.charAt(i);
            if (i != point && (i < point ? c < '0' || c > '9' : c != '0')) {
                return id;
            }
        }
        return id.substring(0, point);
    }

    /**
     * Whether a spreadsheet or a program has shortened a long number to something like {@code 1.23E+09} or {@code 5.1E7}, so
     * that it is lost. Without a point or a plus it may as well be an id, such as {@code 12E5}.
     */
    static boolean isShortened(String id) {
        int e = Math.max(id.indexOf('E'), id.indexOf('e'));
        boolean plus = e > 0 && id.startsWith("+", e + 1);
        int point = id.indexOf('.');
        if (e < 1 || e == id.length() - 1 || !(plus || (point > 0 && point < e))) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if ((c < '0' || c > '9') && i != point && i != e && !(plus && i == e + 1)) {
                return false;
            }
        }
        return point < e;
    }
}
