package org.stepbridge.casework;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stepbridge.casework.Replay.Replayed;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.Reason;

/**
 * What two packs decide differently of one request.
 *
 * @param before where it goes by the pack in force
 * @param after where it goes by the changed pack
 * @param clauses the clauses of whatever differs
 * @param lost what only the pack in force says, in words
 * @param gained what only the changed pack says, in words
 */
public record Difference(String before, String after, List<String> clauses, List<String> lost, List<String> gained) {

    /** The difference; empty when both decide alike. */
    public static Optional<Difference> of(Replayed request) {
        Set<Said> was = said(request.before());
        Set<Said> is = said(request.after());
        if (was.equals(is)) {
            return Optional.empty();
        }
        List<Said> lost = without(was, is);
        List<Said> gained = without(is, was);
        List<String> clauses = Stream.concat(lost.stream(), gained.stream())
                .map(Said::clause)
                .filter(clause -> !clause.isEmpty())
                .distinct()
                .toList();
        return Optional.of(new Difference(
                place(request.before().outcome()),
                place(request.after().outcome()),
                clauses.isEmpty() ? deciding(request.after()) : clauses,
                lost.stream().map(Said::words).toList(),
                gained.stream().map(Said::words).toList()));
    }

    /** The clause of the first reason that has one. */
    private static List<String> deciding(Decision decision) {
        return decision.reasons().stream()
                .map(Reason::clause)
                .filter(clause -> !clause.isEmpty())
                .limit(1)
                .toList();
    }

    /** One thing that a decision says; {@code exactly} tells apart what reads alike. */
    private record Said(String clause, String words, Object exactly) {}

    private static Set<Said> said(Decision decision) {
        Set<Said> all = new LinkedHashSet<>();
        all.add(new Said("", "goes to: " + place(decision.outcome()), decision.outcome()));
        all.add(new Said("", decision.sentence(), ""));
        decision.reasons().forEach(reason -> all.add(new Said(reason.clause(), reason.text(), reason.code())));
        decision.flags().forEach(flag -> all.add(new Said(flag.clause(), "to know: " + flag.text(), flag.code())));
        decision.tasks().forEach(task -> all.add(new Said(task.clause(), "to do: " + task.text(), task)));
        decision.clocks()
                .forEach(clock ->
                        all.add(new Said(clock.clause(), "deadline " + clock.clock() + ": " + clock.due(), clock)));
        decision.checklist().forEach(item -> all.add(new Said("", "to tick off: " + item, "")));
        decision.dispatches()
                .forEach(sent -> all.add(new Said(
                        "",
                        "sends " + sent.channel().label() + (sent.template().isEmpty() ? "" : " " + sent.template()),
                        sent)));
        return all;
    }

    private static List<Said> without(Set<Said> all, Set<Said> others) {
        List<Said> rest = new ArrayList<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static String place(Outcome outcome) {
        return outcome instanceof Outcome.Allocated allocated
                ? allocated.tray()
                : outcome.state().label();
    }
}
