package org.stepbridge.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stepbridge.casework.Overview;
import org.stepbridge.casework.Overview.RequestLine;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;

/** The first page: how many requests are in each state, and which. */
@Controller
class WorklistPage {
    static final int PAGE = 50;

    private final Overview overview;
    private final Packs packs;
    private final Clock clock;

    WorklistPage(Overview overview, Packs packs, Clock clock) {
        this.overview = overview;
        this.packs = packs;
        this.clock = clock;
    }

    /**
     * The requests of a state, or all of them, urgent ones first, then in the order they came in.
     *
     * @param stateName the state's name in the outer contract; all states without it
     * @param afterText the reference that the page before ended with
     */
    @GetMapping("/")
    String worklist(
            @RequestParam(name = "state", required = false) @Nullable String stateName,
            @RequestParam(name = "after", required = false) @Nullable String afterText,
            Model model) {
        RequestState state = stateName == null ? null : state(stateName);
        Reference after = afterText == null ? null : reference(afterText);
        List<Pack> live = packs.live();
        List<Authority> authorities = live.stream().map(Pack::authority).toList();
        Map<RequestState, Long> counts = overview.requestsByState(authorities);
        // One more than is shown says whether there is a next page, without counting a million rows.
        List<RequestLine> lines = overview.requests(authorities, state, after, PAGE + 1);
        model.addAttribute("tabs", StateTab.all(counts, state));
        model.addAttribute("heading", state == null ? "All requests" : StateWords.title(state));
        model.addAttribute(
                "hint", state == null ? "Urgent ones first, then in the order they came in." : StateWords.hint(state));
        model.addAttribute("later", after != null);
        model.addAttribute("state", state == null ? null : state.label());
        model.addAttribute("councils", live.stream().map(Pack::title).toList());
        model.addAttribute(
                "requests",
                lines.stream()
                        .limit(PAGE)
                        .map(line -> RequestCard.of(line, packs.of(line.authority()), live.size() > 1, clock.instant()))
                        .toList());
        model.addAttribute("next", lines.size() > PAGE ? lines.get(PAGE - 1).reference() : null);
        return "worklist";
    }

    private static RequestState state(String name) {
        return Arrays.stream(RequestState.values())
                .filter(state -> state.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Reference reference(String text) {
        try {
            return new Reference(text);
        } catch (IllegalArgumentException notOne) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, notOne);
        }
    }
}
