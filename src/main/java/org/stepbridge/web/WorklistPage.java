package org.stepbridge.web;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.stepbridge.casework.Overview;
import org.stepbridge.casework.Overview.RequestLine;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.RequestFilter;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;

/** The first page: how many requests are in each state, and which. */
@Controller
class WorklistPage {
    static final int PAGE = 25;

    private final Overview overview;
    private final Sight sight;
    private final Clock clock;

    WorklistPage(Overview overview, Sight sight, Clock clock) {
        this.overview = overview;
        this.sight = sight;
        this.clock = clock;
    }

    /**
     * The requests of a state, or all of them, urgent ones first, then in the order they came in.
     *
     * @param stateName the state's name in the outer contract, or {@value StateTab#UNDELIVERED}; all states without it
     * @param afterText the reference that the page before ended with
     * @param locality only those of this one
     * @param type only those of this one
     * @param team only those of this team
     */
    @GetMapping("/")
    String worklist(
            @RequestParam(name = "state", defaultValue = "") String stateName,
            @RequestParam(name = "after", required = false) @Nullable String afterText,
            @RequestParam(name = "locality", defaultValue = "") String locality,
            @RequestParam(name = "type", defaultValue = "") String type,
            @RequestParam(name = "team", defaultValue = "") String team,
            Model model) {
        String shown = stateName.isEmpty() ? null : stateName;
        boolean undelivered = StateTab.UNDELIVERED.equals(shown);
        RequestState state = shown == null || undelivered
                ? null
                : RequestState.named(shown).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Reference after = afterText == null ? null : reference(afterText);
        List<Authority> authorities = sight.authorities();
        Set<RequestState> states = state == null ? Set.of() : EnumSet.of(state);
        // One more than is shown says whether there is a next page, without counting a million rows.
        List<RequestLine> lines = undelivered
                ? overview.undelivered(authorities, PAGE)
                : overview.requests(
                        new RequestFilter(authorities, states, locality, type, team.strip()), after, PAGE + 1);
        frame(shown, authorities, model);
        model.addAttribute(
                "heading",
                undelivered ? "Delivery problems" : state == null ? "All requests" : StateWords.title(state));
        model.addAttribute("hint", hint(state, undelivered));
        model.addAttribute("later", after != null);
        model.addAttribute("locality", locality);
        model.addAttribute("type", type);
        model.addAttribute("team", team);
        model.addAttribute("requests", cards(lines));
        model.addAttribute("start", link(shown, locality, type, team, null));
        model.addAttribute(
                "next",
                !undelivered && lines.size() > PAGE
                        ? link(shown, locality, type, team, lines.get(PAGE - 1).reference())
                        : null);
        return "worklist";
    }

    /**
     * The requests that words name. Posted, so that no name stands in an address.
     *
     * @param words a reference, ids or parts of a name
     */
    @PostMapping("/search")
    String search(@RequestParam("for") String words, Model model) {
        List<Authority> authorities = sight.authorities();
        frame("search", authorities, model);
        List<RequestLine> lines = overview.search(authorities, words, PAGE);
        model.addAttribute("heading", "What was found");
        model.addAttribute(
                "hint",
                lines.size() == PAGE
                        ? "The latest " + PAGE + " are shown. Add a word to find fewer."
                        : "Latest first. Every word must match: a reference, a number, or a part of the child’s or the worker’s name.");
        model.addAttribute("later", false);
        model.addAttribute("words", words);
        model.addAttribute("requests", cards(lines));
        return "worklist";
    }

    private static String link(
            @Nullable String state, String locality, String type, String team, @Nullable Reference after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/");
        Stream.of(
                        new String[] {"state", state == null ? "" : state},
                        new String[] {"locality", locality},
                        new String[] {"type", type},
                        new String[] {"team", team},
                        new String[] {"after", after == null ? "" : after.value()})
                .filter(field -> !field[1].isEmpty())
                .forEach(field -> address.queryParam(field[0], field[1]));
        return address.encode().toUriString();
    }

    /** What stands around every list. */
    private void frame(@Nullable String shown, List<Authority> authorities, Model model) {
        List<Pack> packs = sight.packs();
        List<StateTab> tabs = StateTab.all(
                overview.countedTo(authorities, StateTab.MOST),
                overview.undeliveredTo(authorities, StateTab.MOST),
                shown);
        model.addAttribute("tabs", tabs);
        model.addAttribute("live", LiveCounts.opened("/counts", StateTab.id(shown), StateTab.counts(tabs)));
        model.addAttribute("state", shown);
        model.addAttribute("councils", packs.stream().map(Pack::title).toList());
        model.addAttribute(
                "localities",
                packs.stream()
                        .flatMap(pack -> pack.localities().stream())
                        .distinct()
                        .sorted()
                        .toList());
        Map<String, String> types = new TreeMap<>();
        packs.forEach(pack -> types.putAll(pack.typeTitles()));
        model.addAttribute("types", types);
    }

    private List<RequestCard> cards(List<RequestLine> lines) {
        boolean several = sight.packs().size() > 1;
        return lines.stream()
                .limit(PAGE)
                .map(line -> RequestCard.of(line, sight.pack(line.authority()), several, clock.instant()))
                .toList();
    }

    private static String hint(@Nullable RequestState state, boolean undelivered) {
        if (undelivered) {
            return "Something about these could not be delivered, or nobody knows whether it arrived. Open one to settle it.";
        }
        return state == null ? "Urgent ones first, then in the order they came in." : StateWords.hint(state);
    }

    private static Reference reference(String text) {
        return Reference.read(text).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
