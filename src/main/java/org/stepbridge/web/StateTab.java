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
 * @param count how many, with thousands separators
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

    /** A tab for everything and one for each state. */
    static List<StateTab> all(Map<RequestState, Long> counts, @Nullable RequestState shown) {
        long sum = counts.values().stream().mapToLong(Long::longValue).sum();
        List<StateTab> tabs = new ArrayList<>();
        tabs.add(new StateTab("All requests", null, Figures.count(sum), shown == null));
        for (RequestState state : ORDER) {
            long count = counts.getOrDefault(state, 0L);
            tabs.add(new StateTab(StateWords.title(state), state.label(), Figures.count(count), state == shown));
        }
        return tabs;
    }
}
