package org.stepbridge.operations.generate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * What to make.
 *
 * @param requests how many requests, of all kinds together
 * @param notes how many notes: those the requests need and, up to this number, ordinary ones
 * @param seed the same plan gives the same bytes
 * @param stamp the extract time in the file names; requests lie in the week before it
 */
record SyntheticPlan(int requests, int notes, long seed, LocalDateTime stamp) {
    static final LocalDateTime USUAL_STAMP = LocalDateTime.of(2026, 11, 20, 6, 0);
    static final double USUAL_NOTES_PER_REQUEST = 2;
    /** Identifiers have seven digits; beyond this they would repeat. */
    static final int MOST_REQUESTS = 4_000_000;

    private static final int MOST_NOTES = 89_999_999;
    private static final DateTimeFormatter IN_FILE_NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    SyntheticPlan {
        if (requests < 1 || requests > MOST_REQUESTS) {
            throw new IllegalArgumentException("requests must be between 1 and " + MOST_REQUESTS);
        }
        if (notes < 0 || notes > MOST_NOTES) {
            throw new IllegalArgumentException("notes must be between 0 and " + MOST_NOTES);
        }
    }

    static SyntheticPlan of(int requests, double notesPerRequest, long seed, LocalDateTime stamp) {
        return new SyntheticPlan(requests, (int) Math.min(requests * notesPerRequest, Integer.MAX_VALUE), seed, stamp);
    }

    static LocalDateTime stamp(String text) {
        return LocalDateTime.parse(text, IN_FILE_NAME);
    }

    String fileName(String feed) {
        return feed + "-" + IN_FILE_NAME.format(stamp) + ".csv";
    }

    /** The date so many days after the first day on which a request was made, as exports print it. */
    String date(int day) {
        return print(stamp.toLocalDate().minusDays(7).plusDays(day));
    }

    static String print(LocalDate date) {
        return DATE.format(date);
    }

    SyntheticChance chance(SyntheticChance.Purpose purpose, long number) {
        return SyntheticChance.of(seed, purpose, number);
    }
}
