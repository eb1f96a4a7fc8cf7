package org.stepbridge.packs;

import java.util.List;
import java.util.stream.Collectors;

/** Small words between the words of a pack. */
final class Prose {
    private Prose() {}

    /** {@code A}, {@code A and B} or {@code A, B and C}. */
    static String and(List<String> words) {
        return join(words, " and ");
    }

    /** {@code A}, {@code A or B} or {@code A, B or C}. */
    static String or(List<String> words) {
        return join(words, " or ");
    }

    /** In quotation marks. */
    static String quoted(String text) {
        return "“" + text + "”";
    }

    static List<String> quoted(List<String> texts) {
        return texts.stream().map(Prose::quoted).toList();
    }

    /** Names of a pack as words: {@code line-manager} reads line manager. */
    static List<String> words(List<String> names) {
        return names.stream().map(Prose::words).toList();
    }

    static String words(String name) {
        return name.replace('-', ' ');
    }

    /** With a capital letter and a full stop. */
    static String sentence(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return plain;
        }
        String ended = ".?!”".indexOf(plain.charAt(plain.length() - 1)) < 0 ? plain + "." : plain;
        return Character.toUpperCase(ended.charAt(0)) + ended.substring(1);
    }

    private static String join(List<String> words, String last) {
        int end = words.size() - 1;
        return end < 1
                ? String.join("", words)
                : words.subList(0, end).stream().collect(Collectors.joining(", ")) + last + words.get(end);
    }
}
