package org.stepbridge.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stepbridge.model.Child;
import org.stepbridge.model.Note;

/**
 * A note written for the evaluation, with what a careful person would do on reading it. No real person is in any.
 *
 * @param set {@code everyday} for notes as they come, {@code doubtful} for those that only a person can settle
 * @param answer what should follow
 * @param why what the note is there for
 */
public record Labelled(String set, Note note, Question question, Answer answer, String why) {
    /** What follows from a note alone. */
    public enum Answer {
        /** It is the evidence. */
        AGREED,
        /** It is no evidence. */
        NOT_AGREED,
        /** A person must say. */
        ASK;

        /** What follows from a note that says this. */
        public static Answer of(Says says) {
            return switch (says) {
                case AGREED -> AGREED;
                case UNSURE, OTHER_COUNTERPART -> ASK;
                case REFUSED, NOT_SETTLED, OTHER_KIND, OTHER_CHILD, SILENT -> NOT_AGREED;
            };
        }
    }

    /** The parts that rules were made by or that were learned from. */
    public static final List<String> SEEN = List.of(
            "tune",
            "second",
            "third",
            "third-check",
            "held-out",
            "held-out-2",
            "held-out-3",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "conversations-1",
            "conversations-2",
            "conversations-3",
            "emails-1",
            "emails-2",
            "emails-3",
            "jottings-1",
            "jottings-2",
            "jottings-3",
            "plain-1",
            "plain-2",
            "plain-3",
            "records-1",
            "records-2",
            "records-3",
            "tricky-1",
            "tricky-2",
            "tricky-3",
            "terse-1",
            "terse-2",
            "talks-1",
            "talks-2",
            "mails-1",
            "mails-2",
            "forms-1",
            "forms-2",
            "traps-1",
            "traps-2",
            "hidden-1",
            "hidden-2",
            "silent-1",
            "silent-2",
            "downs-1",
            "downs-2",
            "joint-1",
            "joint-2",
            "asks-1",
            "asks-2",
            "kids-1",
            "kids-2",
            "turns-1",
            "turns-2",
            "daily-1",
            "daily-2");

    /** The parts that nothing was made by, to measure by; the last two are of long notes. */
    public static final List<String> HELD_OUT =
            List.of("held-out-4", "held-out-5", "held-out-6", "held-out-7", "long-1", "long-2");

    /** Notes about anything but a transfer. */
    public static final List<String> UNRELATED = List.of("contacts", "unrelated");

    private static final Phrases PHRASES = new Phrases(
            Map.of("co-working", List.of("co-working", "co-work"), "step-down", List.of("step down", "s/d")), Map.of());

    /** The same with another text. */
    public Labelled reading(String text) {
        Note other = new Note(
                note.noteId(),
                note.child(),
                note.type(),
                note.date(),
                note.recordedAt(),
                note.author(),
                note.authorRole(),
                note.subject(),
                text,
                note.problem());
        return new Labelled(set, other, question, answer, why);
    }

    /** The notes of one part, such as {@code tune}: the name of a file in {@code src/test/resources/evidence}. */
    public static List<Labelled> part(String part) {
        Map<String, String[]> cases = new HashMap<>();
        rows("cases").forEach(row -> cases.put(row[0], row));
        List<Labelled> notes = new ArrayList<>();
        for (String[] row : rows(part)) {
            String[] setting = Objects.requireNonNull(cases.get(row[2]));
            Child child = new Child(null, null, null, null, setting[4], setting[3], LocalDate.of(2015, 3, 1));
            Note note = new Note(
                    row[1],
                    child,
                    "General Note",
                    LocalDate.of(2026, 11, 4),
                    null,
                    setting[2],
                    "Early Help Locality Manager",
                    row[5],
                    row[6].replace("\\n", "\n"),
                    null);
            notes.add(new Labelled(
                    row[0], note, new Question(row[3], setting[1], child, PHRASES), answer(row[4]), row[7]));
        }
        return notes;
    }

    private static Answer answer(String label) {
        return switch (label) {
            case "agreed" -> Answer.AGREED;
            case "not-agreed" -> Answer.NOT_AGREED;
            case "ask" -> Answer.ASK;
            default -> throw new IllegalArgumentException("no label is called " + label);
        };
    }

    private static List<String[]> rows(String name) {
        try (InputStream file =
                Objects.requireNonNull(Labelled.class.getResourceAsStream("/evidence/" + name + ".tsv"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
