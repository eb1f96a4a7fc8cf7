package org.stepbridge.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Verdict;

/** Collects what each rule says of one request, until all have been asked. */
final class Findings {
    private final List<Reason> decisive = new ArrayList<>();
    private final List<Reason> support = new ArrayList<>();
    private final List<Reason> questions = new ArrayList<>();
    private final List<Reason> returns = new ArrayList<>();
    private final Set<Notice> returnNotices = new LinkedHashSet<>();
    private final Set<Notice> flagNotices = new LinkedHashSet<>();
    private final List<Flag> flags = new ArrayList<>();
    private @Nullable Verdict verdict;
    private @Nullable Instant waits;
    private @Nullable DestinationRule destination;

    Findings(List<Flag> known) {
        flags.addAll(known);
    }

    /** Whether the condition holds; one that cannot be evaluated asks a person and counts as not holding. */
    boolean ask(Condition condition, Facts facts, String id, String clause) {
        try {
            return condition.holds(facts);
        } catch (RuntimeException unreadable) {
            hold(id, clause, "A rule of the protocol could not be evaluated for it. Does it apply?");
            return false;
        }
    }

    /** Whether something is asked of people; where that cannot be evaluated, they had better be asked. */
    boolean asked(Condition condition, Facts facts) {
        try {
            return condition.holds(facts);
        } catch (RuntimeException unreadable) {
            return true;
        }
    }

    void add(Consequence then, String id, String clause, String text, List<Notice> tell) {
        switch (then) {
            case FLAG -> {
                flags.add(new Flag(id, clause, text));
                flagNotices.addAll(tell);
            }
            case HOLD -> questions.add(new Reason(id, clause, text));
            case RETURN -> {
                returns.add(new Reason(id, clause, text));
                returnNotices.addAll(tell);
            }
        }
    }

    void missing(Missing missing) {
        add(missing.then(), missing.reason(), missing.clause(), missing.text(), missing.notices());
    }

    void hold(String id, String clause, String question) {
        questions.add(new Reason(id, clause, question));
    }

    void reason(String id, String clause, String text) {
        support.add(new Reason(id, clause, text));
    }

    void first(Reason reason) {
        decisive.add(reason);
    }

    void flag(Flag flag) {
        flags.add(flag);
    }

    void verdict(Verdict found) {
        verdict = found;
    }

    void waitFor(Instant needs) {
        waits = waits == null || waits.isBefore(needs) ? needs : waits;
    }

    void destination(DestinationRule line) {
        destination = line;
    }

    /** An urgent request leaves all the same: what would have stopped it is told to people instead. */
    void becomeFlags() {
        questions.forEach(reason -> flags.add(new Flag(reason.code(), reason.clause(), reason.text())));
        returns.forEach(reason -> flags.add(new Flag(reason.code(), reason.clause(), reason.text())));
        questions.clear();
        returns.clear();
        returnNotices.clear();
        waits = null;
    }

    /** A person has said where it goes, so only questions about its evidence are still open. */
    void leaveOnlyEvidence(RequestRules rules) {
        Set<String> evidence = rules.evidence().stream()
                .flatMap(step -> Stream.of(step.id(), step.missing().reason()))
                .collect(Collectors.toSet());
        questions.removeIf(question -> {
            boolean settled = !evidence.contains(question.code());
            if (settled) {
                flags.add(new Flag(question.code(), question.clause(), question.text()));
            }
            return settled;
        });
    }

    /** A person returns it: their words come first, and whoever hears of missing evidence hears of this. */
    void giveBack(RequestRules rules, String text) {
        String clause = rules.evidence().stream()
                .map(step -> step.missing().clause())
                .findFirst()
                .orElse("");
        questions.clear();
        waits = null;
        returns.add(0, new Reason("returned-by-a-person", clause, text));
        rules.evidence().forEach(step -> returnNotices.addAll(step.missing().notices()));
    }

    boolean accepted() {
        return questions.isEmpty() && returns.isEmpty() && waits == null;
    }

    boolean held() {
        return !questions.isEmpty();
    }

    boolean returned() {
        return !returns.isEmpty();
    }

    List<Reason> questions() {
        return questions;
    }

    /** Every reason, the deciding ones first. */
    List<Reason> reasons() {
        List<Reason> all = new ArrayList<>(decisive);
        all.addAll(questions);
        all.addAll(returns);
        if (destination != null) {
            all.add(new Reason("destination", destination.clause(), destination.text()));
        }
        all.addAll(support);
        return all;
    }

    /** Who is told that it goes back, each notice once; it says the flags too. */
    Set<Notice> returnNotices() {
        return returnNotices;
    }

    /** Who is told of flags although it goes on, each notice once. */
    Set<Notice> flagNotices() {
        return flagNotices;
    }

    List<Flag> flags() {
        return flags;
    }

    @Nullable
    Verdict verdict() {
        return verdict;
    }

    @Nullable
    Instant waits() {
        return waits;
    }

    @Nullable
    DestinationRule destination() {
        return destination;
    }
}
