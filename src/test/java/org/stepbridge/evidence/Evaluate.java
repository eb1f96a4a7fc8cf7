package org.stepbridge.evidence;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.stream.Stream;
import org.stepbridge.text.TwoReaders;

/**
 * Prints how well and how fast notes are read: {@code bin/evaluate [PART]...}, every part by default; with
 * {@code --show} also the notes that are read wrongly. The rules were made by the parts up to {@code held-out-2}, the
 * second reader has learned from {@link Labelled#SEEN}; {@link Labelled#HELD_OUT} have been shown to nobody who makes them, and
 * should stay so: measure them without {@code --show}.
 */
public final class Evaluate {
    private static final int ROUNDS = 40;

    static final List<String> PARTS = Stream.of(Labelled.SEEN, Labelled.HELD_OUT, Labelled.UNRELATED)
            .flatMap(List::stream)
            .toList();

    private Evaluate() {}

    /** Runs the evaluation. */
    public static void main(String[] arguments) {
        List<String> wanted = Stream.of(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        boolean show = List.of(arguments).contains("--show");
        NoteReader reader = new TwoReaders();
        for (String part : wanted.isEmpty() ? PARTS : wanted) {
            List<Labelled> notes = Labelled.part(part);
            for (String set : List.of("everyday", "doubtful")) {
                List<Labelled> ofSet =
                        notes.stream().filter(note -> note.set().equals(set)).toList();
                if (ofSet.isEmpty()) {
                    continue;
                }
                Score score = Score.of(reader, ofSet);
                System.out.println(part + ", " + set);
                System.out.print(score.table());
                if (show) {
                    score.failures().forEach(Evaluate::show);
                }
            }
        }
        System.out.printf("%.1f µs of CPU a note, names and index included%n", microsecondsPerNote(reader));
    }

    private static void show(Score.Read read) {
        Labelled labelled = read.labelled();
        System.out.printf(
                "    %s %s is %s, read as %s: %s%n      %s / %s%n",
                labelled.note().noteId(),
                labelled.question().kind(),
                labelled.answer(),
                read.reading().says(),
                read.reading().because(),
                labelled.note().subject(),
                labelled.note().text().replace("\n", "\\n"));
    }

    private static double microsecondsPerNote(NoteReader reader) {
        List<Labelled> notes = Labelled.part("tune");
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            notes.forEach(labelled -> reader.read(labelled.note(), labelled.question()));
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / 1000.0 / notes.size());
        }
        return best;
    }
}
