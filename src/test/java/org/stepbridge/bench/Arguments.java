package org.stepbridge.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The {@code --name value} pairs of a command line. */
final class Arguments {
    private final Map<String, String> values = new HashMap<>();

    /**
     * Reads the pairs.
     *
     * @throws IllegalArgumentException for a name that is not known or has no value
     */
    Arguments(Set<String> known, String... args) {
        for (int at = 0; at < args.length; at += 2) {
            if (!known.contains(args[at]) || at + 1 == args.length) {
                throw new IllegalArgumentException(
                        args[at] + " is unknown or has no value; there are " + String.join(" ", known));
            }
            values.put(args[at], args[at + 1]);
        }
    }

    String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(get(name, String.valueOf(otherwise)));
    }
}
