package org.stepbridge.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.FeedTrouble.Kind;
import org.stepbridge.protocol.WorkingDays;

/**
 * What people are told of a feed. An alert is worked out and never kept, so that there is one of each kind however often it
 * is looked at, and it is gone once the feed brings a file with which nothing is wrong.
 *
 * @param workingDays the authority's calendar
 * @param zone where it is
 */
public record FeedAlerts(WorkingDays workingDays, ZoneId zone) {
    private static final int MOST_DAYS_OFF = 400;

    /**
     * One alert.
     *
     * @param since when it began to be so
     * @param text what is wrong and what to do, without personal data
     */
    public record Alert(Kind kind, Instant since, String text) {}

    /**
     * What is wrong with a feed now.
     *
     * @param taken its files, the latest first
     * @param running when the authority's first file of any feed came; null when none has: then nothing can be late
     */
    public List<Alert> of(Feed feed, List<TakenFile> taken, @Nullable Instant running, Instant now) {
        List<TakenFile> news = IntStream.range(0, taken.size())
                .filter(i -> !FeedRules.tellsNothingNew(taken.get(i), taken.subList(i + 1, taken.size())))
                .mapToObj(taken::get)
                .toList();
        List<Alert> alerts = new ArrayList<>();
        late(feed, news, running, now).ifPresent(alerts::add);
        Map<Kind, Alert> open = new EnumMap<>(Kind.class);
        IntStream.range(0, news.size())
                .filter(i -> !news.get(i).sound()
                        && news.subList(0, i).stream().noneMatch(later -> cures(later, news.get(i))))
                .mapToObj(news::get)
                .forEach(file -> file.troubles()
                        .forEach(trouble -> open.merge(trouble.kind(), alert(file, trouble), FeedAlerts::both)));
        alerts.addAll(open.values());
        return alerts;
    }

    /**
     * Whether a file that was read after another makes up for it: it must be sound and not older. A time in the future says
     * nothing of which is older.
     */
    private static boolean cures(TakenFile later, TakenFile troubled) {
        Instant needed = troubled.troubles().stream().anyMatch(trouble -> trouble.kind() == Kind.FUTURE)
                ? null
                : troubled.extractedAt();
        Instant reached = later.extractedAt();
        return later.sound() && (needed == null || reached == null || !reached.isBefore(needed));
    }

    /** A file that cannot be read, or an old one, ends no silence. */
    private Optional<Alert> late(Feed feed, List<TakenFile> news, @Nullable Instant running, Instant now) {
        Optional<Instant> last = news.stream()
                .filter(file -> !file.only(Kind.UNREADABLE) && !file.only(Kind.BACKWARDS))
                .map(TakenFile::openedAt)
                .findFirst();
        Instant from = last.orElse(running);
        Instant due =
                from == null ? null : after(from, feed.silence(), feed.usual().workingDays());
        if (due == null || !now.isAfter(due)) {
            return Optional.empty();
        }
        String what = last.isPresent() ? "No file has come for longer than is usual" : "No file has ever come";
        return Optional.of(new Alert(Kind.LATE, due, sentence(what, Kind.LATE)));
    }

    /** The latest says what is wrong, the earliest since when. */
    private static Alert both(Alert later, Alert earlier) {
        return new Alert(later.kind(), earlier.since(), later.text());
    }

    private static Alert alert(TakenFile file, FeedTrouble trouble) {
        return new Alert(
                trouble.kind(), file.openedAt(), sentence(file.name() + ": " + trouble.text(), trouble.kind()));
    }

    private static String sentence(String what, Kind kind) {
        return what + ". " + kind.mend();
    }

    /** This long after a time; days that do not count are passed over whole. */
    private Instant after(Instant from, Duration length, boolean workingDaysOnly) {
        Instant reached = from;
        Duration left = length;
        for (int days = 0; workingDaysOnly && days < MOST_DAYS_OFF; days++) {
            LocalDate day = LocalDate.ofInstant(reached, zone);
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            Duration today = Duration.between(reached, midnight);
            boolean counts = workingDays.contains(day);
            if (counts && left.compareTo(today) < 0) {
                break;
            }
            left = counts ? left.minus(today) : left;
            reached = midnight;
        }
        return reached.plus(left);
    }
}
