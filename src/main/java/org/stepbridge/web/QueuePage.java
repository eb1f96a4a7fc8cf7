package org.stepbridge.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stepbridge.casework.Action.Party;
import org.stepbridge.casework.Queues;
import org.stepbridge.casework.Queues.Queued;
import org.stepbridge.casework.Right;

/** What the hub and MASH have still to decide, with the form that records it. */
@Controller
class QueuePage {
    /** More than a hub has; those behind them show when some of these are decided. */
    private static final int MOST = 1000;

    private static final int SHOWN = 100;

    private final Queues queues;
    private final Sight sight;
    private final Clock clock;

    QueuePage(Queues queues, Sight sight, Clock clock) {
        this.queues = queues;
        this.sight = sight;
        this.clock = clock;
    }

    /** @param programme only what asks for this one; all without it */
    @GetMapping("/hub")
    String hub(@RequestParam(name = "programme", defaultValue = "") String programme, Model model) {
        List<Queued> waiting = queues.waitingFor(Party.HUB, sight.authorities(), MOST);
        QueueTable table = QueueTable.of(waiting, clock.instant());
        model.addAttribute("table", table);
        model.addAttribute("programme", programme);
        model.addAttribute("says", List.of("accepted", "waitlisted", "declined"));
        model.addAttribute("may", sight.viewer().may(Right.ANSWER_AS_HUB));
        return list(
                "hub",
                waiting.stream()
                        .filter(line -> programme.isEmpty()
                                || QueueTable.programme(line).equals(programme))
                        .toList(),
                model);
    }

    @GetMapping("/mash")
    String mash(Model model) {
        model.addAttribute("says", List.of("accepted", "rejected"));
        model.addAttribute("may", sight.viewer().may(Right.ANSWER_AS_MASH));
        return list("mash", queues.waitingFor(Party.MASH, sight.authorities(), SHOWN + 1), model);
    }

    private String list(String party, List<Queued> waiting, Model model) {
        boolean several = sight.packs().size() > 1;
        Instant now = clock.instant();
        model.addAttribute("party", party);
        model.addAttribute("keys", new RequestPage.Keys());
        model.addAttribute("more", waiting.size() > SHOWN);
        model.addAttribute(
                "cards",
                waiting.stream()
                        .limit(SHOWN)
                        .map(line -> QueueCard.of(line, sight.pack(line.authority()), several, now))
                        .toList());
        return "queue";
    }
}
