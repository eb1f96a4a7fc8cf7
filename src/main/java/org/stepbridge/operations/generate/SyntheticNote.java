package org.stepbridge.operations.generate;

/**
 * One note that a request needs or is tested with.
 *
 * @param aboutNamesake whether it is about the other child of the same name
 * @param day its date, in days after the first day on which a request was made
 * @param cited whether a right decision cites it
 */
record SyntheticNote(
        boolean aboutNamesake, String type, String authorRole, int day, SyntheticSaying says, boolean cited) {

    /** What the protocol asks for: a general note of an early help manager which says that it was agreed. */
    static SyntheticNote evidence(int day) {
        return new SyntheticNote(
                false,
                SyntheticNames.GENERAL_NOTE,
                SyntheticNames.EARLY_HELP_MANAGER,
                day,
                SyntheticSaying.AGREED,
                true);
    }
}
