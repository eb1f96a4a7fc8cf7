package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells a text that says nothing specific: too short, or made of nothing but the pack's vague phrases and fillers. */
final class Vague {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");

    private final int shorterThan;
    private final Map<String, List<List<String>>> phrasesByFirstWord = new HashMap<>();
    private final Set<String> fillers;

    Vague(int shorterThan, Collection<String> phrases, Collection<String> fillers) {
        this.shorterThan = shorterThan;
        this.fillers =
                fillers.stream().map(filler -> filler.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        phrases.stream()
                .map(Vague::words)
                .filter(words -> !words.isEmpty())
                // The longest first, so that a phrase that begins another does not hide it.
                .sorted(Comparator.comparingInt((List<String> words) -> words.size())
                        .reversed())
                .forEach(words -> phrasesByFirstWord
                        .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                        .add(words));
    }

    boolean test(String text) {
        String stripped = text.strip();
        return stripped.length() < shorterThan || onlyPhrases(words(stripped));
    }

    private boolean onlyPhrases(List<String> words) {
        int at = 0;
        while (at < words.size()) {
            int phrase = phraseAt(words, at);
            if (phrase == 0 && !fillers.contains(words.get(at))) {
                return false;
            }
            at += Math.max(1, phrase);
        }
        return true;
    }

    private int phraseAt(List<String> words, int at) {
        for (List<String> phrase : phrasesByFirstWord.getOrDefault(words.get(at), List.of())) {
            int end = at + phrase.size();
            if (end <= words.size() && words.subList(at, end).equals(phrase)) {
                return phrase.size();
            }
        }
        return 0;
    }

    private static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
