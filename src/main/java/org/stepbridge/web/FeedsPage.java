package org.stepbridge.web;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.stepbridge.casework.Inboxes;
import org.stepbridge.casework.Overview;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;

/** What came in, whether it adds up, and what has stood still for too long. */
@Controller
class FeedsPage {
    private static final int FILES = 50;

    private final Overview overview;
    private final Packs packs;
    private final Inboxes inboxes;
    private final Clock clock;

    FeedsPage(Overview overview, Packs packs, Inboxes inboxes, Clock clock) {
        this.overview = overview;
        this.packs = packs;
        this.inboxes = inboxes;
        this.clock = clock;
    }

    @GetMapping("/feeds")
    String feeds(Model model) {
        List<Authority> authorities = packs.live().stream().map(Pack::authority).toList();
        model.addAttribute("attention", Attention.of(packs, overview, inboxes, clock.instant()));
        model.addAttribute("sums", SumsTable.of(overview.fileSums(authorities), overview.requestsByState(authorities)));
        model.addAttribute("deliveries", DeliveryTable.of(overview.deliveries(authorities)));
        model.addAttribute(
                "files",
                overview.files(authorities, FILES).stream()
                        .map(file -> FileRow.of(file, packs.of(file.authority())))
                        .toList());
        return "feeds";
    }
}
