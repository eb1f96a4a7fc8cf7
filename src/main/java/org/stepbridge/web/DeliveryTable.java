package org.stepbridge.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stepbridge.model.Channel;
import org.stepbridge.model.DeliveryState;

/**
 * Deliveries by channel and state; states that none is in are left out, but those that need a person never are.
 *
 * @param states the column headings
 * @param rows a row for each channel that has any
 */
record DeliveryTable(List<String> states, List<Row> rows) {

    /** A channel and its counts in the order of the headings. */
    record Row(String channel, List<Cell> counts) {}

    /** A count under its heading; {@code trouble} where a person must act. */
    record Cell(String state, String count, boolean trouble) {}

    static DeliveryTable of(Map<Channel, Map<DeliveryState, Long>> deliveries) {
        List<DeliveryState> columns = Arrays.stream(DeliveryState.values())
                .filter(state -> needsPerson(state)
                        || state == DeliveryState.DELIVERED
                        || deliveries.values().stream().anyMatch(counts -> counts.getOrDefault(state, 0L) > 0))
                .toList();
        List<Row> rows = Arrays.stream(Channel.values())
                .filter(deliveries::containsKey)
                .map(channel -> row(channel, deliveries.getOrDefault(channel, Map.of()), columns))
                .toList();
        return new DeliveryTable(columns.stream().map(StateWords::title).toList(), rows);
    }

    private static Row row(Channel channel, Map<DeliveryState, Long> counts, List<DeliveryState> columns) {
        return new Row(
                title(channel),
                columns.stream()
                        .map(state -> {
                            long count = counts.getOrDefault(state, 0L);
                            return new Cell(
                                    StateWords.title(state), Figures.count(count), count > 0 && needsPerson(state));
                        })
                        .toList());
    }

    private static boolean needsPerson(DeliveryState state) {
        return state == DeliveryState.UNCERTAIN || state == DeliveryState.FAILED;
    }

    /** What a way out is called, in the plural. */
    static String title(Channel channel) {
        return switch (channel) {
            case LCS_RETURNS -> "Return files for LCS";
            case EHM_RETURNS -> "Return files for EHM";
            case ALLOCATIONS -> "Allocation files";
            case RECORDINGS_LCS -> "Recording files for LCS";
            case RECORDINGS_EHM -> "Recording files for EHM";
            case AGENDAS -> "Agendas of meetings";
            case HUB -> "Messages to the hub";
            case MASH_EMAIL -> "Emails to MASH";
            case NOTICE_EMAIL -> "Notices by email";
        };
    }
}
