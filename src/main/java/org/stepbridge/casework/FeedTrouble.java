package org.stepbridge.casework;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a file does not prove that everything up to its extract time has come (G3).
 *
 * @param kind what is wrong
 * @param text what is wrong with it in particular, without personal data
 */
public record FeedTrouble(Kind kind, String text) {

    /** All of these in one sentence without a full stop; empty when there are none. */
    public static String sentence(List<FeedTrouble> troubles) {
        return troubles.stream().map(FeedTrouble::text).collect(Collectors.joining("; "));
    }

    /** What can be wrong. The names are kept in the ledger. */
    public enum Kind {
        /** No file has come for too long. */
        LATE("Look for the export where it is made."),
        /** Its extract time lies in the future. */
        FUTURE("Correct the clock of the machine that makes the export, and export again."),
        /** Its name says no extract time. */
        UNDATED("Correct the name of the export."),
        /** It has headings and no rows. */
        EMPTY("Export it again; if it can be right, the feed says headerOnly: true."),
        /** It has far fewer rows than is usual. */
        SMALL("Look whether the export has lost a filter or was cut off, and export again; if it is right, lower"
                + " smallest in the feed."),
        /** Something between it and the file before it is missing. */
        GAP("Export what is missing, or everything."),
        /** It is older than one that was read before it. */
        BACKWARDS("Send the latest export; its rows were read as if they were new."),
        /** Rows may be missing that nobody can name. */
        BROKEN("Read the report beside the file, mend the rows at the source and export again."),
        /** Nothing in it could be read. */
        UNREADABLE("Export it again.");

        private final String mend;

        Kind(String mend) {
            this.mend = mend;
        }

        /** What to do about it. */
        public String mend() {
            return mend;
        }
    }
}
