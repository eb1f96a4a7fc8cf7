package org.stepbridge.architecture;

import java.util.List;
import java.util.Set;

/**
 * One line of the floors table.
 *
 * @param number arrows go only to a lower one
 * @param name the package under the root; empty for the root itself
 * @param mayUse the packages that its arrows may reach
 */
record Floor(int number, String name, Set<String> mayUse) {

    /** The packages that know nothing but the language and each other. */
    private static final int HIGHEST_PURE = 3;

    static final List<Floor> TABLE = List.of(
            new Floor(0, "model", Set.of()),
            new Floor(1, "evidence", Set.of("model")),
            new Floor(2, "protocol", Set.of("model", "evidence")),
            new Floor(3, "casework", Set.of("model", "evidence", "protocol")),
            new Floor(4, "packs", Set.of("model", "evidence", "protocol", "casework")),
            new Floor(4, "text", Set.of("model", "evidence")),
            new Floor(4, "intake", Set.of("model", "casework")),
            new Floor(4, "ledger", Set.of("model", "casework")),
            new Floor(4, "dispatch", Set.of("model", "casework")),
            new Floor(4, "routing", Set.of("model", "casework")),
            new Floor(4, "web", Set.of("model", "casework")),
            new Floor(4, "access", Set.of("model", "casework")),
            new Floor(4, "operations", Set.of("model", "casework")),
            new Floor(
                    5,
                    "",
                    Set.of(
                            "model",
                            "evidence",
                            "protocol",
                            "casework",
                            "packs",
                            "text",
                            "intake",
                            "ledger",
                            "dispatch",
                            "routing",
                            "web",
                            "access",
                            "operations")));

    boolean isPure() {
        return number <= HIGHEST_PURE;
    }
}
