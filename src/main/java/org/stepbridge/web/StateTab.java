package org.stepbridge.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.RequestState;

/**
 * A link to the list of one state, with how many are in it.
 *
 * @param title what staff call the state
 * @param state its name in the address; null for all states
 * @param count how many, with thousands separators, and a plus where there may be more
 * @param current whether it is the one that is shown
 */
record StateTab(String title, @Nullable String state, String count, boolean current) {
    // What needs a person first, what is on its way next, what is done last.
    private static final List<RequestState> ORDER = List.of(
            RequestState.HELD,
            RequestState.WAITING_FOR_EVIDENCE,
            RequestState.RETURNED,
            RequestState.ALLOCATED,
            RequestState.QUEUED_FOR_HUB,
            RequestState.MASH_PENDING,
            RequestState.SENT_TO_MASH,
            RequestState.RECEIVED,
            RequestState.CLOSED);

    /** How far requests of one state are counted: beyond it nobody needs to know, and counting a million takes time. */
    static final int MOST = 1000;

    /** The name in the address of the list of requests about which something could not be delivered. */
    static final String UNDELIVERED = "undelivered";

    /** A tab for everything, one for each state and one for what could not be delivered. */
    static List<StateTab> all(Map<RequestState, Integer> counts, int undelivered, @Nullable String shown) {
        int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
        boolean more = counts.values().stream().anyMatch(count -> count >= MOST);
        List<StateTab> tabs = new ArrayList<>();
        tabs.add(new StateTab("All requests", null, Figures.count(sum) + (more ? "+" : ""), shown == null));
        for (RequestState state : ORDER) {
            int count = counts.getOrDefault(state, 0);
            tabs.add(new StateTab(
                    StateWords.title(state),
                    state.label(),
                    upTo(count),
                    state.label().equals(shown)));
        }
        tabs.add(new StateTab("Delivery problems", UNDELIVERED, upTo(undelivered), UNDELIVERED.equals(shown)));
        return tabs;
    }

    /** Their numbers, which are kept as they are now. */
    static List<LiveCounts.Count> counts(List<StateTab> tabs) {
        return tabs.stream()
                .map(tab -> new LiveCounts.Count(tab.id(), tab.title, tab.count))
                .toList();
    }

    /** The id of its number's element in the page. */
    public String id() {
        return id(state);
    }

    static String id(@Nullable String state) {
        return "count-" + (state == null ? "all" : state);
    }

    private static String upTo(int count) {
        return Figures.count(count) + (count >= MOST ? "+" : "");
    }
}
