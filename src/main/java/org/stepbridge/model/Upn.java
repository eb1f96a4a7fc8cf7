package org.stepbridge.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unique pupil number whose check letter is right (DfE: weights 2 to 13, modulus 23; permanent and temporary forms).
 * One of zeros only is none, although its check is right: it is what stands for a number that nobody knows.
 *
 * @param value thirteen characters
 */
public record Upn(String value) implements PersonId {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[A-HJ-NP-RT-Z]\\d{11}[0-9A-HJ-NP-RT-Z]");

    public Upn {
        if (!valid(value)) {
            throw new IllegalArgumentException("a UPN has a check letter, eleven digits and a digit or letter");
        }
    }

    /** The number in this text, in capitals; empty when its shape or check letter is wrong. */
    public static Optional<Upn> parse(String text) {
        String upn = text.strip().toUpperCase(Locale.ROOT);
        return valid(upn) ? Optional.of(new Upn(upn)) : Optional.empty();
    }

    private static boolean valid(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return false;
        }
        int sum = 0;
        boolean something = false;
        for (int i = 1; i < 13; i++) {
            char c = text.charAt(i);
            something |= c != '0';
            sum += (c <= '9' ? c - '0' : LETTERS.indexOf(c)) * (i + 1);
        }
        return something && LETTERS.charAt(sum % 23) == text.charAt(0);
    }

    @Override
    public String toString() {
        return "Upn[masked]";
    }
}
