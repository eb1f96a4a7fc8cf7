package org.stepbridge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * A person's name as people vary it: accents, case, hyphens, initials, short forms and small slips.
 *
 * @param parts its words in small letters without accents, forename first; empty when no name is known
 */
record Name(List<String> parts) {
    private static final int LONG_ENOUGH_FOR_A_SLIP = 6;

    static Name of(String name) {
        List<String> parts = new ArrayList<>(3);
        int from = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || !isWithin(name.charAt(i))) {
                String plain = i == from ? "" : plain(name.substring(from, i));
                if (!plain.isEmpty()) {
                    parts.add(plain);
                }
                from = i + 1;
            }
        }
        return new Name(List.copyOf(parts));
    }

    /** Whether a word of a name goes on with this. */
    private static boolean isWithin(char c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Character.isLetter(c) || c == '\'' || c == '’' || c == '`';
        };
    }

    /** Whether it ends in 's, with either kind of apostrophe. */
    static boolean isPossessive(String written) {
        return written.endsWith("'s") || written.endsWith("’s");
    }

    /** In small letters, without accents and apostrophes; a possessive s is left out. */
    static String plain(String text) {
        int end = isPossessive(text) ? text.length() - 2 : text.length();
        if (isPlain(text, end)) {
            return text.substring(0, end);
        }
        char[] chars = text.substring(0, end).toCharArray();
        return isAscii(chars) ? lettersOf(chars, end) : folded(chars);
    }

    private static boolean isPlain(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(char[] chars) {
        for (char c : chars) {
            if (c > 127) {
                return false;
            }
        }
        return true;
    }

    private static String folded(char[] chars) {
        char[] folded = new char[chars.length * 4];
        return lettersOf(folded, ASCIIFoldingFilter.foldToASCII(chars, 0, folded, 0, chars.length));
    }

    private static String lettersOf(char[] chars, int length) {
        int kept = 0;
        for (int i = 0; i < length; i++) {
            if (Character.isLetter(chars[i])) {
                chars[kept++] = Character.toLowerCase(chars[i]);
            }
        }
        return new String(chars, 0, kept);
    }

    boolean isKnown() {
        return !parts.isEmpty();
    }

    boolean has(String part) {
        return parts.contains(part);
    }

    String forename() {
        return parts.get(0);
    }

    List<String> surname() {
        return parts.subList(1, parts.size());
    }

    /** Whether these words, in this order, name this person and nobody else that we can tell. */
    boolean isMeantBy(List<String> words) {
        if (!isKnown()) {
            return false;
        }
        String first = words.get(0);
        if (words.size() == 1) {
            return first.equals(forename()) || surname().equals(words);
        }
        if (surname().equals(words)) {
            return true;
        }
        List<String> rest = words.subList(1, words.size());
        if (first.equals(forename()) && isInitialsOfSurname(rest)) {
            return true;
        }
        return surname().equals(rest)
                ? isLike(first, forename())
                : first.equals(forename()) && isSlipOf(rest, surname());
    }

    /** Whether this is how they sign in short, such as HM. */
    boolean isInitials(String written) {
        if (parts.size() < 2 || written.length() < 2 || !written.equals(written.toUpperCase(Locale.ROOT))) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        parts.forEach(part -> initials.append(part.charAt(0)));
        String plain = plain(written);
        return plain.contentEquals(initials)
                || plain.equals("" + initials.charAt(0) + initials.charAt(initials.length() - 1));
    }

    /** Helen M, Claire S-J, Claire SJ. */
    private boolean isInitialsOfSurname(List<String> words) {
        String written = String.join("", words);
        StringBuilder initials = new StringBuilder();
        surname().forEach(part -> initials.append(part.charAt(0)));
        return !initials.isEmpty()
                && (written.contentEquals(initials)
                        || (written.length() == 1 && written.charAt(0) == initials.charAt(0)));
    }

    private static boolean isLike(String written, String forename) {
        if (written.length() == 1) {
            return written.charAt(0) == forename.charAt(0);
        }
        int same = 0;
        while (same < Math.min(written.length(), forename.length()) && written.charAt(same) == forename.charAt(same)) {
            same++;
        }
        boolean shortForm = same >= 3 || same == Math.min(written.length(), forename.length());
        return shortForm || isSlip(written, forename);
    }

    private static boolean isSlipOf(List<String> written, List<String> surname) {
        return isSlip(String.join("", written), String.join("", surname));
    }

    private static boolean isSlip(String one, String other) {
        return Math.min(one.length(), other.length()) >= LONG_ENOUGH_FOR_A_SLIP && oneEditApart(one, other);
    }

    /** Whether one letter was left out, added, changed or swapped with its neighbour. */
    static boolean oneEditApart(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int i = 0;
        while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
            i++;
        }
        if (longer.length() > shorter.length()) {
            return shorter.substring(i).equals(longer.substring(i + 1));
        }
        if (i >= shorter.length() - 1) {
            return true;
        }
        boolean changed = shorter.substring(i + 1).equals(longer.substring(i + 1));
        boolean swapped = shorter.charAt(i) == longer.charAt(i + 1)
                && shorter.charAt(i + 1) == longer.charAt(i)
                && shorter.substring(i + 2).equals(longer.substring(i + 2));
        return changed || swapped;
    }

    @Override
    public String toString() {
        return "Name[masked]";
    }
}
