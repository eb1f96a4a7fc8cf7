package org.stepbridge.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a password must be, and passwords that nobody can guess. */
final class Passwords {
    /** As the National Cyber Security Centre advises: long, and no rules about kinds of characters. */
    static final int SHORTEST = 12;
    /** bcrypt reads no further. */
    private static final int MOST_BYTES = 72;

    private static final int DIFFERENT = 5;
    /** No letters that look like digits or like each other. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** What is wrong with a password that somebody chose, in a sentence. */
    static Optional<String> problem(String password, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("Your new password must have " + SHORTEST + " characters or more");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("Your new password must have " + MOST_BYTES + " characters or fewer");
        }
        // A short name such as "it" is a part of many a word: what stands beside it has to be long enough by itself.
        String beside = password.toLowerCase(Locale.ROOT).replace(name, "");
        if (password.codePoints().distinct().count() < DIFFERENT
                || beside.codePointCount(0, beside.length()) < SHORTEST) {
            return Optional.of(
                    "Choose a password that is harder to guess, such as three words that do not belong together");
        }
        return Optional.empty();
    }

    /** A password to be used once: about 99 bits, in groups that can be read out. */
    static String oneTime() {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> RANDOM.ints(GROUP, 0, LETTERS.length())
                        .mapToObj(at -> LETTERS.substring(at, at + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
