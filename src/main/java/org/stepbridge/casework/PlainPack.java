package org.stepbridge.casework;

import java.util.List;

/**
 * A pack in plain English, from the same data that decides, for people to read and sign.
 *
 * @param title what people call the authority
 * @param version which version of the protocol it is
 * @param contentHash the hash of the pack's content
 * @param clauses what the published protocol says, clause by clause
 * @param chapters everything that the pack does about them
 */
public record PlainPack(
        String title, String version, String contentHash, List<Clause> clauses, List<Chapter> chapters) {
    /** Nothing to read. */
    public static final PlainPack NONE = new PlainPack("", "", "", List.of(), List.of());

    public PlainPack {
        clauses = List.copyOf(clauses);
        chapters = List.copyOf(chapters);
    }

    /** A clause of the published protocol, by its id. */
    public record Clause(String id, String text) {}

    /** A chapter. */
    public record Chapter(String title, List<Part> parts) {
        public Chapter {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a chapter; one without lines is left out. */
    public record Part(String title, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One thing that the pack does.
     *
     * @param clauses the ids of the clauses that it comes from
     * @param text it in words
     * @param condition the condition under which it does so, as the pack writes it; empty for always
     * @param details what follows, in a sentence each
     * @param verbatim the text of a message as the pack writes it; empty for none
     * @param question what the council is still to confirm about it; empty for nothing
     */
    public record Line(
            List<String> clauses,
            String text,
            String condition,
            List<String> details,
            String verbatim,
            String question) {
        public Line {
            clauses = List.copyOf(clauses);
            details = List.copyOf(details);
        }
    }

    /** Whether this is one of its clauses. */
    public boolean has(String clause) {
        return clauses.stream().anyMatch(each -> each.id().equals(clause));
    }

    /** How many questions the council is still to answer. */
    public long questions() {
        return chapters.stream()
                .flatMap(chapter -> chapter.parts().stream())
                .flatMap(part -> part.lines().stream())
                .filter(line -> !line.question().isEmpty())
                .count();
    }
}
