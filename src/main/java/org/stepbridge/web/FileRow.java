package org.stepbridge.web;

import org.stepbridge.casework.Overview.FileLine;
import org.stepbridge.casework.Pack;

/**
 * An export file in the list, in words.
 *
 * @param id its number in the ledger
 * @param fingerprint the beginning of its SHA-256
 * @param delivered how large it is, and who or what delivered it
 * @param extracted the extract time in its name; empty when it has none
 * @param written how it was found to be written; empty where the feed states it
 * @param notUsed its columns that the feed knows nothing of; empty when there are none
 * @param inDoubt what was chosen or not used in rows that were taken in; empty when nothing was
 * @param trouble what went wrong with it; empty when nothing did
 */
record FileRow(
        long id,
        String name,
        String fingerprint,
        String delivered,
        String feed,
        String council,
        String opened,
        String extracted,
        String state,
        boolean refused,
        String rows,
        String accepted,
        String repeated,
        String rejected,
        boolean anyRejected,
        String written,
        String notUsed,
        String inDoubt,
        String trouble) {

    /** So many characters of a hash tell files apart. */
    private static final int SHOWN = 12;

    static FileRow of(FileLine file, Pack pack) {
        return new FileRow(
                file.id(),
                file.name(),
                file.contentHash()
                        .substring(0, Math.min(SHOWN, file.contentHash().length())),
                Figures.count(file.bytes()) + " bytes"
                        + (file.deliveredBy().isEmpty() ? "" : ", delivered by " + file.deliveredBy()),
                file.feed(),
                pack.title(),
                Times.moment(file.openedAt(), pack.zone()),
                file.extractedAt() == null ? "" : Times.moment(file.extractedAt(), pack.zone()),
                state(file.state()),
                file.state().equals("refused"),
                Figures.count(file.rows()),
                Figures.count(file.accepted()),
                Figures.count(file.repeated()),
                Figures.count(file.rejected()),
                file.rejected() > 0,
                file.findings().written(),
                file.findings().notUsed(),
                file.findings().inDoubt(),
                file.trouble());
    }

    private static String state(String state) {
        return switch (state) {
            case "reading" -> "Being read";
            case "read" -> "Read, not moved yet";
            case "done" -> "Done";
            case "refused" -> "Could not be read";
            default -> state;
        };
    }
}
