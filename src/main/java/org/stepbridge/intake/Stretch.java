package org.stepbridge.intake;

/**
 * One record of a CSV file, before it is taken apart.
 *
 * @param text its characters without the line break that ends it
 * @param shape how it ends
 * @param cellStart index in the text of the cell that is at fault; 0 when none is
 * @param spaced whether spaces stand around quotes
 * @param ended whether a line break ends it, rather than the file
 */
record Stretch(String text, Shape shape, int cellStart, boolean spaced, boolean ended) {

    /** How a record ends. */
    enum Shape {
        /** As it should. */
        SOUND,
        /** Something stands behind a closing quote. */
        STRAY_QUOTE,
        /** The file ends inside a quoted cell. */
        OPEN_QUOTE,
        /** It is longer than allowed; the rest of it has not been read. */
        TOO_LONG
    }

    boolean sound() {
        return shape == Shape.SOUND;
    }

    @Override
    public String toString() {
        return "Stretch[" + shape + " " + text.length() + "]";
    }
}
