package org.stepbridge.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.stepbridge.evidence.Labelled.Answer;

/** How a reader's answers compare with the labels. */
final class Score {
    /** A note and how it was read. */
    record Read(Labelled labelled, Reading reading) {
        Answer answer() {
            return Answer.of(reading.says());
        }

        boolean right() {
            return answer() == labelled.answer();
        }

        boolean decided() {
            return answer() != Answer.ASK;
        }

        /** Worst: accepted without an agreement. */
        boolean wrongAccept() {
            return answer() == Answer.AGREED && !right();
        }

        /** Next: sent back although there is an agreement, or one that must be asked about. */
        boolean wrongReturn() {
            return answer() == Answer.NOT_AGREED && !right();
        }

        /** Cheap: asked although the note is plain. */
        boolean needlesslyHeld() {
            return answer() == Answer.ASK && !right();
        }
    }

    private final List<Read> reads = new ArrayList<>();

    static Score of(NoteReader reader, List<Labelled> notes) {
        Score score = new Score();
        notes.forEach(
                labelled -> score.reads.add(new Read(labelled, reader.read(labelled.note(), labelled.question()))));
        return score;
    }

    long count(Predicate<Read> which) {
        return reads.stream().filter(which).count();
    }

    List<Read> failures() {
        return reads.stream().filter(read -> !read.right()).toList();
    }

    /** The share of right answers among those that were decided. */
    double rightAmongDecided() {
        long decided = count(Read::decided);
        return decided == 0 ? 1 : (double) count(read -> read.decided() && read.right()) / decided;
    }

    /** The share of notes that a person is asked about. */
    double held() {
        return (double) count(read -> !read.decided()) / reads.size();
    }

    String table() {
        Map<Answer, Map<Answer, Integer>> counts = new EnumMap<>(Answer.class);
        reads.forEach(read -> counts.computeIfAbsent(read.labelled().answer(), a -> new EnumMap<>(Answer.class))
                .merge(read.answer(), 1, Integer::sum));
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "  %-14s%12s%12s%12s%n", "label \\ read as", "agreed", "not agreed", "ask"));
        for (Answer label : Answer.values()) {
            table.append(String.format(Locale.ROOT, "  %-15s", label));
            Map<Answer, Integer> row = counts.getOrDefault(label, Map.of());
            Arrays.stream(Answer.values())
                    .forEach(answer -> table.append(String.format(Locale.ROOT, "%12d", row.getOrDefault(answer, 0))));
            table.append(System.lineSeparator());
        }
        return table.append(String.format(
                        Locale.ROOT,
                        "  %d notes: wrong accept %d, wrong return %d, right among decided %.1f%%, held %.1f%%"
                                + " (needlessly %d)%n",
                        reads.size(),
                        count(Read::wrongAccept),
                        count(Read::wrongReturn),
                        100 * rightAmongDecided(),
                        100 * held(),
                        count(Read::needlesslyHeld)))
                .toString();
    }
}
