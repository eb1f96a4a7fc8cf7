package org.stepbridge.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.stepbridge.casework.Action.Party;
import org.stepbridge.casework.Overview;
import org.stepbridge.casework.Queues;

/** What pages ask for every few seconds: the numbers that have changed, or nothing (204). Nobody has to be there for it. */
@Controller
class LivePage {
    private final Overview overview;
    private final Queues queues;
    private final Sight sight;

    LivePage(Overview overview, Queues queues, Sight sight) {
        this.overview = overview;
        this.queues = queues;
        this.sight = sight;
    }

    /**
     * @param shown the id of the number that counts the list of the page
     * @param first what it was when the page was opened
     * @param seen the texts of all numbers in the page, with dots between them
     */
    @GetMapping("/counts")
    @Nullable
    ModelAndView worklist(
            @RequestParam("shown") String shown,
            @RequestParam("first") String first,
            @RequestParam("seen") String seen,
            HttpServletResponse response) {
        List<StateTab> tabs = StateTab.all(
                overview.countedTo(sight.authorities(), StateTab.MOST),
                overview.undeliveredTo(sight.authorities(), StateTab.MOST),
                null);
        return answer(new LiveCounts("/counts", shown, first, StateTab.counts(tabs)), seen, response);
    }

    @GetMapping("/hub/count")
    @Nullable
    ModelAndView hub(
            @RequestParam("first") String first, @RequestParam("seen") String seen, HttpServletResponse response) {
        int waiting = queues.waitingFor(Party.HUB, sight.authorities(), QueuePage.MOST)
                .size();
        return answer(
                new LiveCounts("/hub/count", QueuePage.WAITING, first, QueuePage.counts(Party.HUB, waiting)),
                seen,
                response);
    }

    @GetMapping("/mash/count")
    @Nullable
    ModelAndView mash(
            @RequestParam("first") String first, @RequestParam("seen") String seen, HttpServletResponse response) {
        int waiting = queues.waitingFor(Party.MASH, sight.authorities(), QueuePage.SHOWN + 1)
                .size();
        return answer(
                new LiveCounts("/mash/count", QueuePage.WAITING, first, QueuePage.counts(Party.MASH, waiting)),
                seen,
                response);
    }

    private static @Nullable ModelAndView answer(LiveCounts live, String seen, HttpServletResponse response) {
        List<LiveCounts.Count> changed = live.changedSince(seen);
        if (changed.isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return new ModelAndView("live", Map.of("live", live, "changed", changed));
    }
}
