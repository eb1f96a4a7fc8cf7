package org.stepbridge.packs;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A list of a pack, such as a role's spellings, that is searched without regard to case, spaces and punctuation. */
final class WordList extends AbstractList<String> {
    private final List<String> words;
    private final Set<String> plain;

    WordList(Collection<String> words) {
        this.words = List.copyOf(words);
        this.plain = words.stream().map(WordList::plain).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this text is one of the words; the empty text never is. */
    boolean lists(String text) {
        return !text.isEmpty() && plain.contains(plain(text));
    }

    /** The letters and digits of this text in lower case. */
    static String plain(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(kept::appendCodePoint);
        return kept.toString();
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
