package org.stepbridge.dispatch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes times the way machines and people read them, in the authority's own time zone. */
final class Times {
    // "xxx" writes +00:00 where the ISO constants write Z: the contract promises an offset.
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final DateTimeFormatter SPOKEN =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' h:mma", Locale.ENGLISH);

    private static final DateTimeFormatter MAIL =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

    private Times() {}

    /** As the header Date of an email has it (RFC 5322, 3.3). */
    static String mail(Instant at, ZoneId zone) {
        return MAIL.format(at.atZone(zone));
    }

    /** ISO 8601 with offset, to the second; null stays null. */
    static @Nullable String offset(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : OFFSET.format(at.atZone(zone));
    }

    /** For people, such as {@code 20 November 2026 at 6:05am}; empty for null. */
    static String spoken(@Nullable Instant at, ZoneId zone) {
        if (at == null) {
            return "";
        }
        String text = SPOKEN.format(at.atZone(zone));
        int end = text.length() - 2;
        return text.substring(0, end) + text.substring(end).toLowerCase(Locale.ROOT);
    }

    /** The time that a field of a request gives, if it is readable. */
    static @Nullable Instant read(String text, ZoneId zone) {
        if (text.isBlank()) {
            return null;
        }
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : ((LocalDateTime) time).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
