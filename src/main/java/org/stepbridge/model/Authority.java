package org.stepbridge.model;

import java.util.regex.Pattern;

/**
 * A council whose protocol pack is loaded.
 *
 * @param name the pack's folder name: lower-case letters, digits and hyphens, starting with a letter
 */
public record Authority(String name) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public Authority {
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "an authority is named with lower-case letters, digits and hyphens, as its folder under mappings/");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
