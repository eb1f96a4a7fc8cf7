package org.stepbridge.packs;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads words as words: only true, false, null and whole numbers mean something else. Older YAML takes Yes, No, On, Off
 * and days for other things, and code maps are full of them.
 */
final class PlainWords extends Resolver {
    private static final Pattern TRUTH = Pattern.compile("true|false");
    private static final Pattern NOTHING = Pattern.compile("~|null|");
    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]{0,8})");

    /** Whether this is a whole number as JSON writes it. */
    static boolean whole(String text) {
        return WHOLE.matcher(text).matches();
    }

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, TRUTH, "tf");
        addImplicitResolver(Tag.INT, WHOLE, "-0123456789");
        addImplicitResolver(Tag.NULL, NOTHING, "~n\0");
        addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
    }
}
