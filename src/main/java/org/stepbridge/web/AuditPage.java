package org.stepbridge.web;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.stepbridge.casework.AuditChain;
import org.stepbridge.casework.AuditTrail;
import org.stepbridge.casework.AuditTrail.Line;
import org.stepbridge.casework.Pack;

/** Who did what, when and why, and whether the audit is as it was sealed. */
@Controller
class AuditPage {
    static final int PAGE = 50;
    static final int DOWNLOADED = 50_000;
    private static final String CUT = "There are older entries than these " + Figures.count(DOWNLOADED)
            + ". Search up to an earlier day for them.";

    private final AuditTrail trail;
    private final AuditChain chain;
    private final Sight sight;
    /** Holding a year's audit against its seals reads all of it: once at a time is enough. */
    private final Semaphore verifying = new Semaphore(1);

    AuditPage(AuditTrail trail, AuditChain chain, Sight sight) {
        this.trail = trail;
        this.chain = chain;
        this.sight = sight;
    }

    /** An entry, in words. */
    record Row(String when, String who, String what, String reference, String detail) {}

    @GetMapping("/audit")
    String audit(Model model) {
        model.addAttribute("form", AuditForm.empty());
        return "audit";
    }

    @PostMapping("/audit")
    String search(@ModelAttribute("form") AuditForm form, Model model) {
        Optional<AuditForm.Problem> problem = form.problem();
        if (problem.isPresent()) {
            model.addAttribute("problem", problem.get());
            return "audit";
        }
        // One more than is shown says whether there is a next page.
        List<Line> lines = trail.find(form.wanted(sight, zone()), sight.viewer().actor(), form.behind(), PAGE + 1);
        model.addAttribute("later", form.behind() != Long.MAX_VALUE);
        model.addAttribute("rows", lines.stream().limit(PAGE).map(this::row).toList());
        model.addAttribute("next", lines.size() > PAGE ? lines.get(PAGE - 1).id() : null);
        return "audit";
    }

    /** Holds the audit against its seals, as the command {@code audit verify} does. */
    @PostMapping("/audit/verify")
    String verify(Model model) {
        model.addAttribute("form", AuditForm.empty());
        if (!verifying.tryAcquire()) {
            model.addAttribute("busy", true);
            return "audit";
        }
        try {
            AuditChain.Verification found = chain.verify();
            trail.verified(sight.viewer().actor(), found);
            model.addAttribute("found", found);
            model.addAttribute("sealed", Figures.count(found.sealed()));
            model.addAttribute("unsealed", Figures.count(found.unsealed()));
        } finally {
            verifying.release();
        }
        return "audit";
    }

    /** What the page shows, and what it has no room for, for a spreadsheet. */
    @PostMapping("/audit/download")
    ResponseEntity<String> download(@ModelAttribute("form") AuditForm form) {
        if (form.problem().isPresent()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        // One more than is handed out says whether there are more.
        List<Line> lines =
                trail.export(form.wanted(sight, zone()), sight.viewer().actor(), DOWNLOADED + 1);
        List<List<String>> cells = new ArrayList<>(
                lines.stream().limit(DOWNLOADED).map(this::cells).toList());
        if (lines.size() > DOWNLOADED) {
            cells.add(List.of("", "", "", "", "", "", CUT));
        }
        return CsvText.download(
                "audit.csv", List.of("Entry", "At", "Authority", "Who", "Action", "Reference", "Detail"), cells);
    }

    private List<String> cells(Line line) {
        return List.of(
                String.valueOf(line.id()),
                line.at().atZone(zone(line)).toOffsetDateTime().toString(),
                line.authority(),
                line.actor(),
                line.action(),
                line.reference(),
                line.detail());
    }

    private Row row(Line line) {
        AuditWords.Line words = AuditWords.line(line.at(), line.actor(), line.action(), line.detail(), zone(line));
        return new Row(words.when(), words.who(), words.what(), line.reference(), words.detail());
    }

    private ZoneId zone(Line line) {
        return sight.pack(line.authority()).map(Pack::zone).orElseGet(this::zone);
    }

    /** The zone of what is about no authority, and of the days that are asked for. */
    private ZoneId zone() {
        return sight.packs().stream().findFirst().map(Pack::zone).orElse(ZoneOffset.UTC);
    }
}
