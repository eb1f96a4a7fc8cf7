package org.stepbridge.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepbridge.evidence.Phrases;
import org.stepbridge.evidence.Says;

/** Every phrase that means something, word by word: the built-in ones and the pack's own, which win where both know one. */
final class PhraseBook {
    /** What a term for a kind of transfer starts with. */
    static final String KIND = "#kind:";

    private final Entry root = new Entry(0);

    /** Where some words lead to; they are a phrase when they mean something. */
    static final class Entry {
        private final Map<String, Entry> next = new HashMap<>();
        private final int length;
        private @Nullable String meaning;

        private Entry(int length) {
            this.length = length;
        }

        /** How many words it has. */
        int length() {
            return length;
        }

        /** The term that stands for it. */
        String meaning() {
            return java.util.Objects.requireNonNull(meaning);
        }
    }

    private PhraseBook() {}

    static PhraseBook of(Practice practice, Phrases pack) {
        PhraseBook book = new PhraseBook();
        practice.words().forEach((name, list) -> book.add(list, Concept.named(name).term, false));
        practice.kinds().forEach((kind, list) -> book.add(list, KIND + kind, false));
        pack.says().forEach((says, list) -> book.add(list, meaning(says).term, true));
        pack.kinds().forEach((kind, list) -> {
            book.add(List.of(kind), KIND + kind, true);
            book.add(list, KIND + kind, true);
        });
        return book;
    }

    /** The longest phrase that starts at this word, null if none does. */
    @Nullable
    Entry longest(String[] words, int from, int to) {
        Entry longest = null;
        Entry entry = root.next.get(words[from]);
        for (int i = from + 1; entry != null; i++) {
            if (entry.meaning != null) {
                longest = entry;
            }
            entry = i < to ? entry.next.get(words[i]) : null;
        }
        return longest;
    }

    /** The term for the kind of transfer that these two words name when nothing stands between, null if none. */
    @Nullable
    String kind(String first, String second) {
        Entry found = longest(new String[] {first, second}, 0, 2);
        return found != null && found.length == 2 && found.meaning().startsWith(KIND) ? found.meaning() : null;
    }

    private static Concept meaning(Says says) {
        return switch (says) {
            case AGREED -> Concept.AGREE;
            case REFUSED -> Concept.REFUSE;
            case NOT_SETTLED -> Concept.UNSETTLED;
            case UNSURE -> Concept.HEDGE;
            case OTHER_COUNTERPART -> Concept.OTHERBOSS;
            case OTHER_CHILD -> Concept.SIBLING;
            case OTHER_KIND, SILENT -> Concept.NEGLIGIBLE;
        };
    }

    private void add(List<String> phrases, String meaning, boolean wins) {
        for (String phrase : phrases) {
            Entry entry = root;
            for (String word : PracticeAnalyzer.stems(phrase)) {
                int length = entry.length + 1;
                entry = entry.next.computeIfAbsent(word, any -> new Entry(length));
            }
            if (entry.length == 0) {
                continue;
            }
            if (!wins && entry.meaning != null && !entry.meaning.equals(meaning)) {
                throw new IllegalStateException(
                        "british-practice.yaml: \"" + phrase + "\" stands for " + entry.meaning + " and " + meaning);
            }
            entry.meaning = meaning;
        }
    }
}
