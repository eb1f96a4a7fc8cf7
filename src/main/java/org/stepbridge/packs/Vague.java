package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells a text that says nothing specific: too short, or made of nothing but the pack's vague phrases and fillers. */
final class Vague {
    private final int shorterThan;
    private final Map<String, List<List<String>>> phrasesByFirstWord = new HashMap<>();
    private final Set<String> fillers;

    Vague(int shorterThan, Collection<String> phrases, Collection<String> fillers) {
        this.shorterThan = shorterThan;
        this.fillers =
                fillers.stream().map(filler -> filler.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        phrases.stream()
                .map(Vague::all)
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
        return stripped.length() < shorterThan || onlyPhrases(new Words(stripped));
    }

    private boolean onlyPhrases(Words words) {
        int at = 0;
        while (words.has(at)) {
            int phrase = phraseAt(words, at);
            if (phrase == 0 && !fillers.contains(words.get(at))) {
                return false;
            }
            at += Math.max(1, phrase);
        }
        return true;
    }

    private int phraseAt(Words words, int at) {
        for (List<String> phrase : phrasesByFirstWord.getOrDefault(words.get(at), List.of())) {
            if (words.has(at + phrase.size() - 1)
                    && words.from(at, phrase.size()).equals(phrase)) {
                return phrase.size();
            }
        }
        return 0;
    }

    private static List<String> all(String text) {
        Words words = new Words(text);
        int count = 0;
        while (words.has(count)) {
            count++;
        }
        return words.from(0, count);
    }

    /** The words of a text in lower case, read no further than asked: most texts prove specific by their first. */
    private static final class Words {
        private final String text;
        private final List<String> read = new ArrayList<>();
        private int at;

        Words(String text) {
            this.text = text;
        }

        boolean has(int index) {
            while (read.size() <= index && at < text.length()) {
                int start = at;
                while (at < text.length() && partOfWord(text.charAt(at))) {
                    at++;
                }
                if (at > start) {
                    read.add(text.substring(start, at).toLowerCase(Locale.ROOT));
                }
                at++;
            }
            return index < read.size();
        }

        String get(int index) {
            return read.get(index);
        }

        List<String> from(int index, int count) {
            return read.subList(index, index + count);
        }

        private static boolean partOfWord(char c) {
            return Character.isLetterOrDigit(c) || c == '\'';
        }
    }
}
