package org.stepbridge.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stepbridge.text.Words.Sentence;

/**
 * What a glance takes in of a note: its words, up to three in a row, those with one
 * between, and how it ends. Who is named counts, not by which name: the manager on the request, the child, anybody else.
 *
 * @param names each once
 * @param weights of each: the words of a long note together weigh little more than those of a short one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Traits(String[] names, float[] weights) {
    private static final int ENDING = 25;

    private enum Sentences {
        ALL,
        TO_THE_POINT,
        BESIDE_THE_POINT
    }

    /** Of all that a note says. */
    static Traits of(ReadWords read) {
        return of(read, Sentences.ALL);
    }

    /** Of the sentences that decided, and of those that speak of the transfer as they do. */
    static Traits toThePoint(ReadWords read) {
        return of(read, Sentences.TO_THE_POINT);
    }

    /** Of all the others. */
    static Traits besideThePoint(ReadWords read) {
        return of(read, Sentences.BESIDE_THE_POINT);
    }

    boolean isEmpty() {
        return names.length == 0;
    }

    private static Traits of(ReadWords read, Sentences which) {
        Words words = read.words();
        Name self = Name.of(read.author());
        List<String> said = new ArrayList<>();
        for (Sentence sentence : words.sentences()) {
            if (which == Sentences.ALL || isToThePoint(read, sentence) == (which == Sentences.TO_THE_POINT)) {
                sentence(read, sentence.start(), sentence.end(), self, said);
            }
        }
        Set<String> traits = new LinkedHashSet<>();
        rows(said, traits);
        ending(said.subList(Math.max(0, said.size() - ENDING), said.size()), traits);
        float[] weights = new float[traits.size()];
        Arrays.fill(weights, (float) (1 / Math.sqrt(traits.size() + 1)));
        return new Traits(traits.toArray(String[]::new), weights);
    }

    /** Whether this sentence decided, or speaks of the transfer as those do that decide. */
    static boolean isToThePoint(ReadWords read, Sentence sentence) {
        return isToThePoint(read.words(), sentence.start(), sentence.end())
                || decides(read, read.words(), sentence.start(), sentence.end());
    }

    private static boolean decides(ReadWords read, Words words, int start, int end) {
        return read.reading().spans().stream().anyMatch(span -> words.overlap(start, end, span));
    }

    private static void sentence(ReadWords read, int start, int end, Name self, List<String> said) {
        Words words = read.words();
        for (int i = start; i < end; i++) {
            if (isName(words.concept(i)) || words.concept(i).isMark()) {
                String term = term(words.concept(i), read.counterpartKnown());
                if (said.isEmpty() || !said.get(said.size() - 1).equals(term)) {
                    said.add(term);
                }
            } else {
                String written = words.written(i).toLowerCase(Locale.ROOT).replace('’', '\'');
                for (String word : written.split("[\\s/-]+", -1)) {
                    said.add(word(word, self));
                }
            }
        }
    }

    /** Whether it speaks of the transfer, of social care or of its manager; what does not is about the family's day. */
    private static boolean isToThePoint(Words words, int start, int end) {
        boolean who = false;
        boolean what = false;
        boolean family = false;
        for (int i = start; i < end; i++) {
            switch (words.concept(i)) {
                case KIND, OTHERKIND, COUNTERPART, TM, CSC, BOTH -> {
                    return true;
                }
                case SELF, SHE, LM, MANAGER, OTHERBOSS, EVERYONE -> who = true;
                case AGREE,
                        WEAK,
                        LEANING,
                        AGREEMENT,
                        TOCOME,
                        REFUSE,
                        WITHDRAW,
                        UNSETTLED,
                        PENDING,
                        POSTPONE,
                        DOUBT,
                        PROCEED,
                        YES,
                        NOPE,
                        UNFIT,
                        NEEDED -> what = true;
                case FAMILY, CHILD -> family = true;
                default -> {}
            }
        }
        return who && what && !family;
    }

    /** Of a request that does not say which manager asked, whoever is named in the note may be the one. */
    private static String term(Concept concept, boolean counterpartKnown) {
        return (concept == Concept.PERSON && !counterpartKnown ? Concept.COUNTERPART : concept).term;
    }

    private static String word(String word, Name self) {
        if (self.has(Name.plain(word))) {
            return "#author";
        }
        return word.chars().anyMatch(Character::isDigit) ? "0" : word;
    }

    private static void ending(List<String> words, Set<String> traits) {
        for (int i = 0; i < words.size(); i++) {
            traits.add("e:" + words.get(i));
            if (i + 1 < words.size()) {
                traits.add("e:" + words.get(i) + " " + words.get(i + 1));
            }
        }
    }

    private static void rows(List<String> words, Set<String> traits) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            traits.add(word);
            if (i + 1 < words.size()) {
                String two = word + " " + words.get(i + 1);
                traits.add(two);
                if (i + 2 < words.size()) {
                    traits.add(two + " " + words.get(i + 2));
                    traits.add(word + " _ " + words.get(i + 2));
                }
            }
        }
    }

    private static boolean isName(Concept concept) {
        return switch (concept) {
            case KIND, OTHERKIND, COUNTERPART, CHILD, PERSON -> true;
            default -> false;
        };
    }
}
