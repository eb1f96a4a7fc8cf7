package org.stepbridge.casework;

/** Makes a cell that a spreadsheet shows and never runs. */
public final class SafeCell {
    // The full-width signs start a formula too in East Asian versions.
    private static final String STARTS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SafeCell() {}

    /** The text as it is, or behind an apostrophe if a spreadsheet would take it for a formula. */
    public static String of(String text) {
        String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        return !clean.isEmpty() && STARTS_FORMULA.indexOf(clean.charAt(0)) >= 0 ? "'" + clean : clean;
    }
}
