package org.stepbridge.operations.command;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stepbridge.casework.PlainPack;
import org.stepbridge.casework.PlainPack.Chapter;
import org.stepbridge.casework.PlainPack.Line;
import org.stepbridge.casework.PlainPack.Part;

/** A pack in plain English as Markdown, with room for a signature at the end. */
final class PlainMarkdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#|~!&]");

    private final StringBuilder text = new StringBuilder();

    private PlainMarkdown() {}

    static String of(PlainPack pack) {
        PlainMarkdown markdown = new PlainMarkdown();
        markdown.head(pack);
        pack.chapters().forEach(markdown::chapter);
        markdown.signature(pack);
        return markdown.text.toString();
    }

    private void head(PlainPack pack) {
        line("# The protocol of " + words(pack.title()) + " as Stepbridge keeps it");
        line("Version " + words(pack.version()) + ", content " + code(pack.contentHash())
                + ". Written from the data that decides: it says what the program does, no more and no less.");
        if (pack.questions() > 0) {
            line(pack.questions() + " questions in it are still for the council to answer. Each stands where it"
                    + " matters, after **To confirm**.");
        }
        line("## What the published protocol asks");
        pack.clauses().forEach(clause -> item("**" + words(clause.id()) + "** " + words(clause.text()) + "."));
        text.append('\n');
    }

    private void chapter(Chapter chapter) {
        line("## " + words(chapter.title()));
        chapter.parts().forEach(this::part);
    }

    private void part(Part part) {
        line("### " + words(part.title()));
        part.lines().forEach(this::entry);
        text.append('\n');
    }

    private void entry(Line line) {
        String clauses = line.clauses().stream()
                .map(clause -> "**" + words(clause) + "** ")
                .collect(Collectors.joining());
        item(clauses + words(line.text()));
        if (!line.condition().isEmpty()) {
            below("When " + code(line.condition()));
        }
        line.details().forEach(detail -> below(words(detail)));
        if (!line.question().isEmpty()) {
            below("**To confirm**: " + words(line.question()));
        }
        if (!line.verbatim().isEmpty()) {
            block(line.verbatim());
        }
    }

    private void signature(PlainPack pack) {
        line("## Agreed");
        line("I have read version " + words(pack.version()) + ", content " + code(pack.contentHash())
                + ", and it is what we do.");
        line("Name: ______________________________");
        line("Post: ______________________________");
        line("Date: ______________________________");
        line("Signature: ______________________________");
    }

    private void line(String markdown) {
        text.append(markdown).append("\n\n");
    }

    private void item(String markdown) {
        text.append("- ").append(markdown).append('\n');
    }

    private void below(String markdown) {
        text.append("  - ").append(markdown).append('\n');
    }

    /** Text on one line, without anything that Markdown or HTML would take for its own. */
    static String words(String plain) {
        return SPECIAL.matcher(plain.replaceAll("\\s+", " ").strip()).replaceAll("\\\\$0");
    }

    /** Code on one line, fenced by more backticks than stand in it. */
    static String code(String plain) {
        String one = plain.replaceAll("\\s+", " ").strip();
        String fence = fence(one, 1);
        return fence + " " + one + " " + fence;
    }

    private void block(String plain) {
        String fence = fence(plain, 3);
        text.append("\n  ").append(fence).append("text\n");
        plain.lines().forEach(each -> text.append("  ").append(each).append('\n'));
        text.append("  ").append(fence).append('\n');
    }

    private static String fence(String plain, int least) {
        int longest = 0;
        int run = 0;
        for (int at = 0; at < plain.length(); at++) {
            run = plain.charAt(at) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return "`".repeat(Math.max(least, longest + 1));
    }
}
