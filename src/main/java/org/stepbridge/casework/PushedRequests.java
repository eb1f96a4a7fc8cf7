package org.stepbridge.casework;

import java.util.List;
import org.stepbridge.model.Authority;
import org.stepbridge.model.SourceSystem;

/** Takes in requests that another program hands over one at a time, as a row of a file is taken in. */
public interface PushedRequests {

    /**
     * Takes in one request in the canonical shape: an object with {@code source} ({@code LCS} or {@code EHM}), the
     * canonical fields by their names, and those of the child in an object {@code child}. Its values are read as the
     * pack's feed of that source reads them; days and times are in ISO 8601. The ledger keeps an entry as for a file of one
     * row. When it returns, what it tells is committed; after a failure the same call may be made again.
     *
     * @param by who hands it over, fit for a name
     * @param body JSON in UTF-8
     */
    Result take(Authority authority, String by, byte[] body);

    /** What became of it. */
    sealed interface Result {

        /**
         * It is in the ledger.
         *
         * @param fresh whether it changed something; false for a repeat of the latest version
         */
        record Taken(SourceSystem source, String sourceId, boolean fresh) implements Result {}

        /** It cannot be taken in as it is. */
        record Refused(List<FieldProblem> problems) implements Result {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /** It is not one JSON object. */
        record Malformed(String problem) implements Result {}

        /** Others were faster each time it was tried; nothing of it was kept. */
        record Busy() implements Result {}
    }

    /**
     * What is wrong with a field, without its value.
     *
     * @param field its name in the body, such as {@code child/dateOfBirth}; empty for the whole
     */
    record FieldProblem(String field, String problem) {}
}
