package org.stepbridge.packs;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A list of a pack, such as a role's spellings, that is searched without regard to case, spaces and punctuation. */
final class WordList extends AbstractList<String> {
    private final List<String> words;
    private final Set<String> plain;
    private final List<String> spaced;

    WordList(Collection<String> words) {
        this.words = List.copyOf(words);
        this.plain = words.stream().map(WordList::plain).collect(Collectors.toUnmodifiableSet());
        this.spaced = words.stream().map(WordList::spaced).toList();
    }

    /** Whether this text is one of the words; the empty text never is. */
    boolean lists(String text) {
        return !text.isEmpty() && plain.contains(plain(text));
    }

    /** Whether one of these words or phrases stands in the text. */
    boolean standIn(String text) {
        String read = spaced(text);
        for (String phrase : spaced) {
            if (read.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** The letters and digits of this text in lower case. */
    static String plain(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                kept.appendCodePoint(Character.toLowerCase(c));
            }
        }
        return kept.toString();
    }

    /** The words of this text in lower case, a space before and after each. */
    private static String spaced(String text) {
        StringBuilder words = new StringBuilder(text.length() + 2).append(' ');
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'') {
                words.append(c);
            } else if (words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.charAt(words.length() - 1) == ' '
                ? words.toString()
                : words.append(' ').toString();
    }

    @Override
    public String get(int index) {
        return words.get(index);
    }

    @Override
    public int size() {
        return words.size();
    }
}
