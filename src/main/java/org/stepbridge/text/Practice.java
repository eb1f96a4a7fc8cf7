package org.stepbridge.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The built-in phrases of British practice, read once from {@code british-practice.yaml}.
 *
 * @param kinds kind of transfer to the phrases that name it
 * @param words concept name to the phrases that express it
 * @param shorthand word to what hurried writers write for it
 */
record Practice(Map<String, List<String>> kinds, Map<String, List<String>> words, Map<String, List<String>> shorthand) {
    private static final String FILE = "british-practice.yaml";

    /** The built-in phrases. */
    static final Practice BRITISH = load();

    private static Practice load() {
        try (InputStream file = Objects.requireNonNull(Practice.class.getResourceAsStream(FILE), FILE)) {
            LoaderOptions options = new LoaderOptions();
            DumperOptions unused = new DumperOptions();
            Map<?, ?> all = new Yaml(
                            new SafeConstructor(options), new Representer(unused), unused, options, new OnlyText())
                    .load(file);
            return new Practice(section(all, "kinds"), section(all, "words"), section(all, "shorthand"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes every value for text: yes, no and on are words here. */
    private static final class OnlyText extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // None: what looks like a number, a date or a truth value stays text.
        }
    }

    private static Map<String, List<String>> section(Map<?, ?> all, String name) {
        Map<String, List<String>> section = new TreeMap<>();
        ((Map<?, ?>) Objects.requireNonNull(all.get(name), name))
                .forEach((key, phrases) -> section.put(
                        String.valueOf(key),
                        ((List<?>) phrases).stream().map(String::valueOf).toList()));
        return section;
    }
}
