package org.stepbridge.packs;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.stepbridge.casework.Nearest;
import org.stepbridge.casework.TemplateFields;

/** The message templates of a pack, checked when something names them. */
final class Messages {
    private static final Set<String> LOOP_WORDS = Set.of("-first", "-last", "-index", ".", "this");

    private final String folder;
    private final Map<String, String> texts;
    private final Problems problems;
    private final Set<String> checked = new HashSet<>();

    /**
     * @param folder the pack folder's name, for problems
     * @param texts file name to content
     */
    Messages(String folder, Map<String, String> texts, Problems problems) {
        this.folder = folder;
        this.texts = texts;
        this.problems = problems;
    }

    Map<String, String> texts() {
        return texts;
    }

    /**
     * Checks the plain text template that a notice names.
     *
     * @param besides what it may name beside what every notice may
     */
    void notice(Item template, Set<String> besides) {
        String file = template.text() + ".txt";
        Set<String> names = new HashSet<>(TemplateFields.COMMON);
        names.addAll(besides);
        if (exists(template, file) && checked.add(file + besides)) {
            checkSubject(file, texts.getOrDefault(file, ""));
            checkNames(file, names);
        }
    }

    /** Checks the two templates of the email to MASH, plain and HTML. */
    void referral(Item template) {
        Set<String> names = new HashSet<>(TemplateFields.COMMON);
        names.addAll(TemplateFields.REFERRAL);
        for (String file : Set.of(template.text() + ".txt", template.text() + ".html")) {
            if (exists(template, file) && checked.add(file)) {
                checkNames(file, names);
            }
        }
    }

    private boolean exists(Item template, String file) {
        if (!texts.containsKey(file)) {
            template.wrong("there is no file messages/" + file + Nearest.hint(file, texts.keySet()));
        }
        return texts.containsKey(file);
    }

    private void checkSubject(String file, String text) {
        String[] lines = text.split("\\R", 3);
        if (!lines[0].startsWith("Subject: ") || lines.length < 3 || !lines[1].isBlank()) {
            tell(file, 1, "a notice starts with a line 'Subject: …' and an empty line; add them");
        } else {
            names(file, lines[0]).stream()
                    .filter(name -> !TemplateFields.SUBJECT.contains(name))
                    .forEach(name -> tell(
                            file,
                            1,
                            "a subject never names '" + name + "', for everybody on the way can read it; known: "
                                    + Nearest.list(TemplateFields.SUBJECT)));
        }
    }

    private void checkNames(String file, Set<String> known) {
        String text = texts.getOrDefault(file, "");
        for (String name : names(file, text)) {
            if (!known.contains(name) && !LOOP_WORDS.contains(name)) {
                String private_ = TemplateFields.REFERRAL.contains(name)
                        ? ", for a notice never carries the child's particulars; take it out"
                        : Nearest.hint(name, known);
                tell(file, line(text, name), "a message cannot name '" + name + "' here" + private_);
            }
        }
    }

    private Set<String> names(String file, String text) {
        Names names = new Names();
        try {
            Mustache.compiler().compile(text).visit(names);
        } catch (MustacheException e) {
            tell(file, 1, "this is no template: " + e.getMessage());
        }
        if (names.unfinished) {
            tell(file, line(text, "{{"), "from here on a name is not closed; write it as {{name}}");
        }
        return names.found;
    }

    private void tell(String file, int line, String text) {
        problems.add(folder + "/messages/" + file, new Place(line, 1), text);
    }

    private static int line(String text, String name) {
        int at = text.indexOf(name);
        return 1
                + (int) text.chars()
                        .limit(Math.max(0, at))
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Every name that a template asks for. */
    private static final class Names implements Mustache.Visitor {
        private final Set<String> found = new HashSet<>();
        private boolean unfinished;

        @Override
        public void visitText(String text) {
            unfinished |= text.contains("{{");
        }

        @Override
        public void visitVariable(String name) {
            found.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            found.add("> " + name);
            return false;
        }

        @Override
        public boolean visitSection(String name) {
            found.add(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            found.add(name);
            return true;
        }
    }
}
