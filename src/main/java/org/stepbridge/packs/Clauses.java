package org.stepbridge.packs;

import java.util.Map;
import org.stepbridge.casework.Nearest;

/** The clauses that a pack may cite. */
final class Clauses {
    private final String code;
    private final Map<String, Item> known;

    Clauses(Item root) {
        this.code = root.text("code");
        this.known = root.entries("clauses");
        known.forEach((clause, text) -> {
            if (!clause.startsWith(code + "-")) {
                text.wrongKey("'" + clause + "' is no clause of this pack; its clauses start with " + code + "-");
            }
        });
    }

    /** The clause at this key of {@code rule}, empty when it cites none; told as a problem when it is unknown. */
    String at(Item rule, String key) {
        rule.find(key)
                .filter(clause -> !known.containsKey(clause.text()))
                .ifPresent(clause -> clause.wrong("the clause '" + clause.text()
                        + "' is not among this pack's clauses; add it there or correct it"
                        + Nearest.hint(clause.text(), known.keySet())));
        return rule.text(key);
    }
}
