package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong with a pack, so that its author sees it all at once. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Something wrong, with the mend; {@code file} is the folder's and the file's name. */
    record Problem(String file, Place place, String text) {
        @Override
        public String toString() {
            return file + ":" + place.line() + ":" + place.column() + ": " + text;
        }
    }

    void add(String file, Place place, String text) {
        found.add(new Problem(file, place, text));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** Each once, in the order of files and lines. */
    List<String> lines() {
        return found.stream()
                .sorted(Comparator.comparing(Problem::file)
                        .thenComparingInt(problem -> problem.place().line())
                        .thenComparingInt(problem -> problem.place().column()))
                .map(Problem::toString)
                .distinct()
                .toList();
    }
}
