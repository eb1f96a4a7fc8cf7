package org.stepbridge.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stepbridge.casework.ClockReport;
import org.stepbridge.casework.ClockReport.By;
import org.stepbridge.casework.ClockReport.Kept;

/** How many deadlines were kept in the last half year. */
@Controller
class KeptPage {
    private static final Duration HALF_A_YEAR = Duration.ofDays(183);

    private final ClockReport report;
    private final Sight sight;
    private final Clock clock;

    KeptPage(ClockReport report, Sight sight, Clock clock) {
        this.report = report;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping("/clocks/kept")
    String kept(@RequestParam(name = "by", defaultValue = "locality") String label, Model model) {
        KeptBy by = KeptBy.of(label);
        model.addAttribute("by", by);
        model.addAttribute("ways", List.of(KeptBy.values()));
        List<Kept> figures = figures(by.apart());
        model.addAttribute("bars", KeptBar.all(figures));
        model.addAttribute(
                "rows",
                figures.stream()
                        .map(kept -> KeptRow.of(kept, by, sight.pack(kept.authority())))
                        .toList());
        return "kept";
    }

    /** All figures, by everything that tells them apart, for a spreadsheet. */
    @GetMapping(value = "/clocks/kept/download", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> download() {
        return CsvText.download(
                "deadlines-kept.csv",
                List.of(
                        "Authority",
                        "Month",
                        "Deadline",
                        "Type",
                        "Clause",
                        "Locality",
                        "Team",
                        "Worker",
                        "InTime",
                        "Late",
                        "NotMet"),
                figures(Set.of(By.values())).stream().map(KeptPage::line).toList());
    }

    private List<Kept> figures(Set<By> by) {
        Instant now = clock.instant();
        return report.kept(sight.authorities(), now.minus(HALF_A_YEAR), now, by);
    }

    private static List<String> line(Kept kept) {
        return List.of(
                kept.authority().name(),
                kept.month().toString(),
                kept.clock(),
                kept.type(),
                kept.clause(),
                kept.who().locality(),
                kept.who().team(),
                kept.who().worker(),
                Long.toString(kept.count().inTime()),
                Long.toString(kept.count().late()),
                Long.toString(kept.count().missed()));
    }
}
