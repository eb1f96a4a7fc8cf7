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
    static final int MOST = 1000;

    static final int SHOWN = 100;

    /** The id of the number of those that wait. */
    static final String WAITING = "count-waiting";

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
                waiting.size(),
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
        List<Queued> waiting = queues.waitingFor(Party.MASH, sight.authorities(), SHOWN + 1);
        return list("mash", waiting.size(), waiting, model);
    }

    /** How many wait; beyond what is read nobody counts. */
    static List<LiveCounts.Count> counts(Party party, int waiting) {
        int most = party == Party.HUB ? MOST : SHOWN + 1;
        return List.of(new LiveCounts.Count(
                WAITING, "Waiting", waiting < most ? Figures.count(waiting) : Figures.count(most - 1) + "+"));
    }

    private String list(String party, int all, List<Queued> waiting, Model model) {
        boolean several = sight.packs().size() > 1;
        Instant now = clock.instant();
        model.addAttribute("party", party);
        model.addAttribute(
                "live",
                LiveCounts.opened(
                        "/" + party + "/count", WAITING, counts(party.equals("hub") ? Party.HUB : Party.MASH, all)));
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
