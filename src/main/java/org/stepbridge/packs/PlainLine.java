package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stepbridge.casework.PlainPack.Line;

/** Gathers one line of a pack in plain English from a value of the pack. */
final class PlainLine {
    private final Set<String> clauses = new LinkedHashSet<>();
    private final List<String> details = new ArrayList<>();
    private final String text;
    private String condition = "";
    private String verbatim = "";
    private String question = "";

    private PlainLine(String text) {
        this.text = text;
    }

    static PlainLine of(String text) {
        return new PlainLine(text);
    }

    /** A line about this value, with its clause, condition, question and notices. */
    static PlainLine of(Item item, String text) {
        PlainLine line = new PlainLine(text).clause(item.text("clause")).when(item.text("when"));
        line.ask(item.text("confirm"));
        return line.tell("", item);
    }

    PlainLine clause(String clause) {
        if (!clause.isEmpty()) {
            clauses.add(clause);
        }
        return this;
    }

    PlainLine when(String expression) {
        condition = expression.strip();
        return this;
    }

    /** Adds a question; one after another where there are several. */
    PlainLine ask(String confirm) {
        question = (question + " " + confirm).strip();
        return this;
    }

    PlainLine detail(String sentence) {
        if (!sentence.isEmpty()) {
            details.add(sentence);
        }
        return this;
    }

    /** The text of a message. */
    PlainLine verbatim(String text) {
        verbatim = text;
        return this;
    }

    /** Adds who is told by the notices of this rule. */
    PlainLine tell(String when, Item rule) {
        for (Item notice : rule.items("notices")) {
            String who = Prose.and(Prose.words(notice.texts("to")));
            detail(Prose.sentence(when + (when.isEmpty() ? "told" : "") + ": " + who + ", by the message "
                    + notice.text("template")));
        }
        return this;
    }

    Line line() {
        return new Line(List.copyOf(clauses), text, condition, details, verbatim, question);
    }
}
