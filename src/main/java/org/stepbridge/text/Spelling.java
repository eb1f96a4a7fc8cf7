package org.stepbridge.text;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Mends the slips that hurried writers make in the few words on which everything depends (agred, aggreed, dicussed) and
 * writes out their shorthand.
 */
final class Spelling extends TokenFilter {
    private static final Set<String> WORDS = Set.of(
            "agreed",
            "agrees",
            "agreeing",
            "agreement",
            "disagreed",
            "declined",
            "declining",
            "refused",
            "rejected",
            "withdrawn",
            "accepted",
            "approved",
            "discussed",
            "discussion",
            "confirmed",
            "working",
            "coworking",
            "cowork",
            "stepdown",
            "stepping",
            "manager",
            "step",
            "down");
    /** Words in their own right that are one slip away. */
    private static final Set<String> NOT_SLIPS = Set.of("woking", "reused", "manger", "dow", "agree", "approve");

    private static final CharArrayMap<String> SLIPS = slips();

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Spelling(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (term.length() > 1) {
            String meant = SLIPS.get(term.buffer(), 0, term.length());
            if (meant != null) {
                term.setEmpty().append(meant);
            }
        }
        return true;
    }

    /** Every word with one letter left out, doubled or swapped with the next; its first letter stays. */
    private static CharArrayMap<String> slips() {
        Map<String, String> slips = new HashMap<>();
        for (String word : WORDS) {
            for (int i = 1; i < word.length(); i++) {
                if (word.length() > 5) {
                    slips.putIfAbsent(word.substring(0, i) + word.substring(i + 1), word);
                }
                slips.putIfAbsent(word.substring(0, i) + word.charAt(i) + word.substring(i), word);
                if (i + 1 < word.length()) {
                    slips.putIfAbsent(
                            word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2), word);
                }
            }
        }
        slips.keySet().removeAll(WORDS);
        slips.keySet().removeAll(NOT_SLIPS);
        Practice.BRITISH.shorthand().forEach((word, list) -> list.forEach(given -> slips.put(given, word)));
        return CharArrayMap.unmodifiableMap(CharArrayMap.copy(slips));
    }
}
