package org.stepbridge.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Forenames in use in England, read once from {@code forenames.txt}. */
final class Forenames {
    private static final String FILE = "forenames.txt";
    private static final Set<String> ALL = new HashSet<>();
    /** Those that are words as well, which count only with a capital. */
    private static final Set<String> WORDS_TOO = new HashSet<>();

    static {
        try (InputStream file = Objects.requireNonNull(Forenames.class.getResourceAsStream(FILE), FILE)) {
            String[] lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            int list = 0;
            for (String line : lines) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    (list++ == 0 ? ALL : WORDS_TOO).addAll(Set.of(line.strip().split(" ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Forenames() {}

    /** Whether this word, in small letters without accents, is a forename. */
    static boolean has(String plain, boolean capital) {
        return WORDS_TOO.contains(plain) ? capital : ALL.contains(plain);
    }
}
