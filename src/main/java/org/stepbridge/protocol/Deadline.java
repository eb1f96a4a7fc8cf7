package org.stepbridge.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.ClockStart;
import org.stepbridge.model.Request;

/** Works out when clocks are due, and when people are told of them, by one authority's calendar. */
record Deadline(ZoneId zone, WorkingDays workingDays) {
    private static final int DAY_LENGTH = 10;

    /**
     * When a telling is due.
     *
     * @param number its place among the clock's tellings, from 0
     */
    record Moment(Instant at, int number, ClockRule.Telling telling) {}

    /** The clock that starts now; none where it hangs on a birthday, or a day of the request, that is not known. */
    Optional<ClockStart> start(ClockRule rule, Within within, Instant from, @Nullable Request request) {
        if (within instanceof Within.Day day) {
            return day(request, day.field()).map(last -> start(rule, endOf(last.minus(day.before()))));
        }
        if (within instanceof Within.Birthday birthday) {
            LocalDate born = request == null ? null : request.child().dateOfBirth();
            return born == null
                    ? Optional.empty()
                    : Optional.of(start(
                            rule,
                            endOf(born.plusYears(birthday.years())
                                    .minus(birthday.before())
                                    .minusDays(1))));
        }
        return Optional.of(start(rule, after(from, within)));
    }

    private ClockStart start(ClockRule rule, Instant due) {
        Instant next = Stream.concat(
                        moments(rule.tellings(), due).stream().map(Moment::at),
                        rule.recheck() ? Stream.of(due) : Stream.empty())
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new ClockStart(rule.id(), rule.clause(), due, next);
    }

    private Optional<LocalDate> day(@Nullable Request request, String field) {
        String text = request == null ? "" : Fields.of(request, field);
        try {
            return Optional.of(
                    text.length() > DAY_LENGTH
                            ? LocalDate.ofInstant(Instant.parse(text), zone)
                            : LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** Each of these tellings of what is due then, in the order of the pack. */
    List<Moment> moments(List<ClockRule.Telling> tellings, Instant due) {
        return java.util.stream.IntStream.range(0, tellings.size())
                .mapToObj(number -> moment(tellings.get(number), number, due))
                .toList();
    }

    private Moment moment(ClockRule.Telling telling, int number, Instant due) {
        Within offset = telling.offset();
        Instant at = offset == null ? due : telling.before() ? before(due, offset) : later(due, lastDay(due), offset);
        return new Moment(at, number, telling);
    }

    Instant after(Instant from, Within within) {
        return later(from, LocalDate.ofInstant(from, zone), within);
    }

    private Instant later(Instant from, LocalDate day, Within within) {
        if (within instanceof Within.Elapsed elapsed) {
            return from.plus(elapsed.duration());
        }
        return endOf(
                within instanceof Within.WorkingDays working
                        ? workingDays.after(day, working.days())
                        : day.plus(((Within.CalendarTime) within).period()));
    }

    private Instant before(Instant due, Within within) {
        if (within instanceof Within.Elapsed elapsed) {
            return due.minus(elapsed.duration());
        }
        LocalDate day = lastDay(due);
        return endOf(
                within instanceof Within.WorkingDays working
                        ? workingDays.before(day, working.days())
                        : day.minus(((Within.CalendarTime) within).period()));
    }

    /** The day at whose end it is due. */
    private LocalDate lastDay(Instant due) {
        return LocalDate.ofInstant(due.minusNanos(1), zone);
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(zone).toInstant();
    }

    /** The first of these moments that has not been told. */
    static @Nullable Instant next(List<Moment> moments, int told) {
        return moments.stream()
                .filter(moment -> moment.number() >= told)
                .map(Moment::at)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
