package org.stepbridge.packs;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.stepbridge.casework.Nearest;

/** The roles of a pack, each with every spelling that counts. */
final class Roles {
    private final Map<String, Set<String>> spellings = new HashMap<>();

    Roles(Item root, Clauses clauses) {
        root.entries("roles").forEach((name, role) -> {
            Set<String> all = new LinkedHashSet<>(role.texts("spellings"));
            for (Item also : role.items("also")) {
                clauses.at(also, "clause");
                all.addAll(also.texts("spellings"));
            }
            spellings.put(name, all);
        });
    }

    /** Every spelling of the roles that this key of {@code rule} names; unknown roles are told as problems. */
    Set<String> spellings(Item rule, String key) {
        Set<String> all = new LinkedHashSet<>();
        for (Item role : rule.items(key)) {
            if (!spellings.containsKey(role.text())) {
                role.wrong("there is no role called '" + role.text() + "'"
                        + Nearest.hint(role.text(), spellings.keySet()));
            }
            all.addAll(spellings.getOrDefault(role.text(), Set.of()));
        }
        return all;
    }

    /** The roles as conditions name them. */
    Map<String, WordList> lists() {
        Map<String, WordList> lists = new HashMap<>();
        spellings.forEach((name, words) -> lists.put("roles." + name, new WordList(words)));
        return lists;
    }
}
