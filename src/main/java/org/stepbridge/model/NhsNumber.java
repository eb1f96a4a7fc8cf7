package org.stepbridge.model;

import java.util.Optional;

/**
 * An NHS number whose check digit is right (modulus 11, NHS Data Dictionary). Ten times one digit is none, although its check
 * is right: systems write it where nobody knows the number, and so it would make strangers one child.
 *
 * @param value ten digits
 */
public record NhsNumber(String value) implements PersonId {
    public NhsNumber {
        if (!valid(value)) {
            throw new IllegalArgumentException(
                    "an NHS number has ten digits, not all the same, the last of which checks the others");
        }
    }

    /** The number in this text, spaces and hyphens left out; empty when it is not ten digits, all are
     * the same, or its check digit is wrong. */
    public static Optional<NhsNumber> parse(String text) {
        String digits = text.replace(" ", "").replace("-", "");
        return valid(digits) ? Optional.of(new NhsNumber(digits)) : Optional.empty();
    }

    private static boolean valid(String text) {
        if (text.length() != 10) {
            return false;
        }
        int sum = 0;
        boolean differ = false;
        for (int i = 0; i < 10; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            differ |= text.charAt(i) != text.charAt(0);
            sum += digit * (i < 9 ? 10 - i : 1);
        }
        return differ && sum % 11 == 0;
    }

    @Override
    public String toString() {
        return "NhsNumber[masked]";
    }
}
