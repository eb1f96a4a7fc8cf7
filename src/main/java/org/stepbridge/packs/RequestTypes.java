package org.stepbridge.packs;

import java.util.Set;
import org.stepbridge.casework.Nearest;

/** Checks that the feeds speak of request types that the protocol has rules for. */
final class RequestTypes {
    private RequestTypes() {}

    static void check(Item feeds, Set<String> types) {
        feeds.entries("feeds").forEach((id, feed) -> {
            feed.at("fixed").find("type").ifPresent(type -> check(type, type.text(), types));
            feed.at("columns").at("type").entries("codes").forEach((type, cells) -> {
                if (!types.contains(type)) {
                    cells.wrongKey(problem(type, types));
                }
            });
        });
    }

    private static void check(Item type, String name, Set<String> types) {
        if (!types.contains(name)) {
            type.wrong(problem(name, types));
        }
    }

    private static String problem(String type, Set<String> types) {
        return "protocol.yaml has no request type '" + type + "'" + Nearest.hint(type, types);
    }
}
