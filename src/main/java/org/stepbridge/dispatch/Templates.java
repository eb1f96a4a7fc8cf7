package org.stepbridge.dispatch;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stepbridge.casework.Pack;

/**
 * Fills the pack's message templates. A template sees the values it is given and nothing else: no method of a Java
 * object can be called from it. A name it gets wrong is left empty, since a message with a gap is better than none.
 */
final class Templates {
    private static final String SUBJECT = "Subject:";
    private static final Mustache.Compiler TEXT = Mustache.compiler()
            .withCollector(new ValuesOnly())
            .defaultValue("")
            .emptyStringIsFalse(true)
            .escapeHTML(false);
    private static final Mustache.Compiler HTML = TEXT.escapeHTML(true);

    // By content: a pack that is loaded again with other words compiles its templates again.
    private final Map<String, Letter> texts = new ConcurrentHashMap<>();
    private final Map<String, Template> pages = new ConcurrentHashMap<>();

    /** A plain-text template: its subject, which may be empty, and its body. */
    record Letter(Template subject, Template body) {
        static Letter compile(String source) {
            String text = source.replace("\r\n", "\n");
            int end = text.startsWith(SUBJECT) ? text.indexOf('\n') : -1;
            String subject = end < 0 ? "" : text.substring(SUBJECT.length(), end);
            String body = end < 0 ? text : text.substring(end + 1);
            // Apart, so that a value with a line break stays in the subject, where it becomes a space.
            return new Letter(TEXT.compile(subject.strip()), TEXT.compile(body.stripLeading()));
        }
    }

    /** The pack's template {@code <name>.txt}. @throws IllegalArgumentException if the pack has none */
    Letter text(Pack pack, String name) {
        return texts.computeIfAbsent(source(pack, name + ".txt"), Letter::compile);
    }

    /** The pack's template {@code <name>.html}. @throws IllegalArgumentException if the pack has none */
    Template html(Pack pack, String name) {
        return pages.computeIfAbsent(source(pack, name + ".html"), HTML::compile);
    }

    private static String source(Pack pack, String file) {
        String source = pack.messages().get(file);
        if (source == null) {
            throw new IllegalArgumentException(
                    "the pack " + pack.authority() + " has no messages/" + file + ": put it back and resend");
        }
        return source;
    }

    /** Looks names up in maps only. */
    private static final class ValuesOnly extends BasicCollector {
        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
