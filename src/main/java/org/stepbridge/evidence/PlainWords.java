package org.stepbridge.evidence;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words and names without what people write differently: case, spacing, accents, hyphens and apostrophes. */
final class PlainWords {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private PlainWords() {}

    /** In lower case, with single spaces. */
    static String label(String text) {
        return SPACES.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    static Set<String> labels(Collection<String> texts) {
        return texts.stream().map(PlainWords::label).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether both names are given and are the same but for case, accents and punctuation. */
    static boolean sameName(String one, String other) {
        String plain = name(one);
        return !plain.isEmpty() && plain.equals(name(other));
    }

    /** Whether both names are given and are not the same. */
    static boolean differentName(String one, String other) {
        String plainOne = name(one);
        String plainOther = name(other);
        return !plainOne.isEmpty() && !plainOther.isEmpty() && !plainOne.equals(plainOther);
    }

    private static String name(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            switch (c) {
                // Letters that Unicode does not take apart.
                case 'ł' -> plain.append('l');
                case 'ø' -> plain.append('o');
                case 'đ', 'ð' -> plain.append('d');
                case 'ı' -> plain.append('i');
                case 'ß' -> plain.append("ss");
                case 'æ' -> plain.append("ae");
                case 'œ' -> plain.append("oe");
                default -> {
                    if (Character.isLetter(c)) {
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString();
    }
}
