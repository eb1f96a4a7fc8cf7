package org.stepbridge.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stepbridge.casework.Overview.FileSums;
import org.stepbridge.casework.Overview.RequestSums;
import org.stepbridge.model.RequestState;

/**
 * Whether everything adds up (G6).
 *
 * @param equation rows = accepted + repeated + rejected, in figures
 * @param addsUp whether it is true
 * @param requestEquation accepted request rows + requests opened here = requests + changes to them, in figures
 * @param requestsAddUp whether that is true
 * @param files how many files were read, and how many could not be
 * @param states how many requests are in each state
 * @param requests how many there are in all
 */
record SumsTable(
        String equation,
        boolean addsUp,
        String requestEquation,
        boolean requestsAddUp,
        String files,
        List<Count> states,
        String requests) {

    /** A figure with its name. */
    record Count(String title, String count) {}

    static SumsTable of(FileSums sums, RequestSums requests, Map<RequestState, Long> states) {
        long parts = sums.accepted() + sums.repeated() + sums.rejected();
        String equation = String.format(
                Locale.UK,
                "%,d rows = %,d accepted + %,d repeated + %,d rejected",
                sums.rows(),
                sums.accepted(),
                sums.repeated(),
                sums.rejected());
        String files =
                String.format(Locale.UK, "%,d files, of which %,d could not be read", sums.files(), sums.refused());
        String requestEquation = String.format(
                Locale.UK,
                "%,d accepted request rows + %,d opened here = %,d requests + %,d changes to them",
                requests.acceptedRows(),
                requests.opened(),
                requests.requests(),
                requests.changes());
        return new SumsTable(
                equation,
                sums.rows() == parts,
                requestEquation,
                requests.addUp(),
                files,
                Arrays.stream(RequestState.values())
                        .map(state -> new Count(StateWords.title(state), Figures.count(states.getOrDefault(state, 0L))))
                        .toList(),
                Figures.count(
                        states.values().stream().mapToLong(Long::longValue).sum()));
    }
}
