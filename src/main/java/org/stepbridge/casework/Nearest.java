package org.stepbridge.casework;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guesses which known name a misspelt one stands for. */
public final class Nearest {
    private static final int LISTED = 12;

    private Nearest() {}

    /** The mend: the known name that is near, else all known names, else nothing. */
    public static String hint(String word, Collection<String> known) {
        return of(word, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElseGet(() -> known.isEmpty() ? "" : "; known: " + list(known));
    }

    /** These names in order, cut off when there are many. */
    public static String list(Collection<String> names) {
        List<String> sorted = names.stream().sorted().toList();
        String shown = sorted.stream().limit(LISTED).collect(Collectors.joining(", "));
        return sorted.size() > LISTED ? shown + ", …" : shown;
    }

    /** The known name that differs from this word by no more than a third of its letters, and by the least. */
    public static Optional<String> of(String word, Collection<String> known) {
        return known.stream()
                .sorted()
                .filter(name -> distance(word, name) <= Math.max(1, Math.min(3, word.length() / 3)))
                .min(Comparator.comparingInt((String name) -> distance(word, name))
                        .thenComparingInt(name -> Math.abs(word.length() - name.length())));
    }

    /** How many letters must be put in, left out, changed or swapped with their neighbour; capitals count as small. */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, cost, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] cost, int i, int j) {
        int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
