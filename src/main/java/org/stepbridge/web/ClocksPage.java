package org.stepbridge.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stepbridge.casework.ClockReport;
import org.stepbridge.casework.ClockReport.Line;
import org.stepbridge.casework.ClockReport.Tally;

/** How deadlines stand: overdue, due this week, half met. */
@Controller
class ClocksPage {
    private static final int SHOWN = 200;
    private static final int DOWNLOADED = 50_000;
    /** Enough to see what is wrong; to count all there may ever be would take too long. */
    private static final int COUNTED = 10_000;

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant EVER = Instant.EPOCH;
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private final ClockReport report;
    private final Sight sight;
    private final Clock clock;

    ClocksPage(ClockReport report, Sight sight, Clock clock) {
        this.report = report;
        this.sight = sight;
        this.clock = clock;
    }

    /** Which deadlines are shown. */
    enum Show {
        OVERDUE("Overdue"),
        DUE("Due in the next 7 days"),
        HALF("Half met");

        private final String title;

        Show(String title) {
            this.title = title;
        }

        /** Its name in addresses. Public for the template. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Its heading. Public for the template. */
        public String title() {
            return title;
        }

        static Show of(String label) {
            return Arrays.stream(values())
                    .filter(each -> each.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
    }

    @GetMapping("/clocks")
    String clocks(@RequestParam(name = "show", defaultValue = "overdue") String label, Model model) {
        Show show = Show.of(label);
        Instant now = clock.instant();
        List<Line> lines = lines(show, now, SHOWN + 1);
        model.addAttribute("show", show);
        model.addAttribute("shows", List.of(Show.values()));
        model.addAttribute("more", lines.size() > SHOWN);
        List<Tally> tallies = tally(show, now);
        model.addAttribute("bars", TallyBar.all(tallies, sight));
        model.addAttribute("cut", tallies.stream().mapToLong(Tally::count).sum() == COUNTED);
        model.addAttribute(
                "rows",
                lines.stream()
                        .limit(SHOWN)
                        .map(line -> ClockRow.of(line, sight.pack(line.authority()), now))
                        .toList());
        return "clocks";
    }

    /** What the page shows, and what it has no room for, for a spreadsheet. */
    @GetMapping(value = "/clocks/download", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> download(@RequestParam(name = "show", defaultValue = "overdue") String label) {
        Show show = Show.of(label);
        return CsvText.download(
                "deadlines-" + show.label() + ".csv",
                List.of("Reference", "Deadline", "Clause", "Locality", "Team", "DueAt", "RecordedOn"),
                lines(show, clock.instant(), DOWNLOADED).stream()
                        .map(line -> List.of(
                                line.reference().value(),
                                line.clock(),
                                line.clause(),
                                line.locality(),
                                line.team(),
                                line.dueAt()
                                        .atZone(sight.pack(line.authority()).zone())
                                        .toOffsetDateTime()
                                        .toString(),
                                line.halfOn() == null ? "" : line.halfOn().name()))
                        .toList());
    }

    private List<Tally> tally(Show show, Instant now) {
        return switch (show) {
            case OVERDUE -> report.tally(sight.authorities(), EVER, now, false, COUNTED);
            case DUE -> report.tally(sight.authorities(), now, now.plus(WEEK), false, COUNTED);
            case HALF -> report.tally(sight.authorities(), EVER, NEVER, true, COUNTED);
        };
    }

    private List<Line> lines(Show show, Instant now, int most) {
        return switch (show) {
            case OVERDUE -> report.running(sight.authorities(), EVER, now, false, most);
            case DUE -> report.running(sight.authorities(), now, now.plus(WEEK), false, most);
            case HALF -> report.running(sight.authorities(), EVER, NEVER, true, most);
        };
    }
}
