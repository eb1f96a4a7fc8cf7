package org.stepbridge.intake;

/**
 * Something that is wrong with a cell or a row, a line of the report.
 *
 * @param kind what it is
 * @param field the canonical field it is in; empty for the whole row
 * @param column the heading it is under; empty for the whole row
 * @param value the cell as it stands in the file: personal data, for the report only
 * @param text what is wrong and what to do, without personal data
 */
record Problem(Kind kind, String field, String column, String value, String text) {
    enum Kind {
        /** The row cannot be told from its neighbours or from rubbish. */
        ROW,
        /** Something that every row must say is not there. */
        MISSING,
        /** A date that is none. */
        DATE,
        /** An identifier that a spreadsheet has spoiled. */
        IDENTIFIER,
        /** Something longer than it can rightly be. */
        LENGTH,
        /** A word that is none of those it has to be. */
        CODE
    }

    @Override
    public String toString() {
        return "Problem[" + kind + " " + field + "]";
    }
}
