package org.stepbridge.model;

import java.util.Optional;

/**
 * An NHS number whose check digit is right (modulus 11, NHS Data Dictionary).
 *
 * @param value ten digits
 */
public record NhsNumber(String value) implements PersonId {
    public NhsNumber {
        if (!valid(value)) {
            throw new IllegalArgumentException("an NHS number has ten digits, the last of which checks the others");
        }
    }

    /** The number in this text, spaces and hyphens left out; empty when it is not ten digits or its check digit is wrong. */
    public static Optional<NhsNumber> parse(String text) {
        String digits = text.replace(" ", "").replace("-", "");
        return valid(digits) ? Optional.of(new NhsNumber(digits)) : Optional.empty();
    }

    private static boolean valid(String text) {
        if (text.length() != 10) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += digit * (i < 9 ? 10 - i : 1);
        }
        return sum % 11 == 0;
    }

    @Override
    public String toString() {
        return "NhsNumber[masked]";
    }
}
