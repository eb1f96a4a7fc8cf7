package org.stepbridge.protocol;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepbridge.evidence.EvidenceCheck;
import org.stepbridge.model.Answer;
import org.stepbridge.model.Considered;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Flag;
import org.stepbridge.model.FoundNotes;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Request;
import org.stepbridge.model.Sitting;
import org.stepbridge.model.Verdict;

/**
 * Decides one request by one protocol. Every rule is asked and every answer kept; then the most careful one wins: an
 * urgent request leaves whatever is missing (G4), else a question to a person comes before a return, and nothing is
 * concluded from a missing note before the notes are fresh (G3).
 */
public final class Ruling {
    private final EvidenceCheck check;

    /** A ruling that reads evidence with this check. */
    public Ruling(EvidenceCheck check) {
        this.check = check;
    }

    /**
     * What the protocol says of this request.
     *
     * @param known what was noticed while reading the request
     * @param found every note that could be about the child, with what is known of merged records
     * @param watermark how far the authority's notes are complete; null when none was ever read
     * @param answers what people have answered about it, oldest first
     * @param now the time of the decision
     */
    public Decision decide(
            Protocol protocol,
            Request request,
            List<Flag> known,
            FoundNotes found,
            @Nullable Instant watermark,
            List<Answer> answers,
            Instant now) {
        Facts facts = new Facts(request, now, protocol.zone());
        RequestRules rules = protocol.requests().get(request.type());
        if (rules == null) {
            Findings findings = new Findings(known);
            findings.hold("unknown-type", "", "Its type is not one that the protocol knows. Which type is it?");
            return new Consequences(protocol, request, null, now).of(findings, heldOutcome(findings));
        }
        Findings findings = new Findings(known);
        boolean urgent = urgent(rules, facts);
        for (EvidenceStep step : rules.evidence()) {
            weigh(step, protocol, facts, found, watermark, ByHand.note(answers), findings);
        }
        for (Check rule : rules.checks()) {
            if (findings.ask(rule.when(), facts, rule.id(), rule.clause())) {
                findings.add(rule.then(), rule.id(), rule.clause(), rule.textAbout(request), rule.notices());
            }
        }
        if (urgent) {
            return leaveAtOnce(protocol, rules, facts, findings);
        }
        Optional<String> place = ByHand.place(answers);
        if (place.isPresent()) {
            findings.leaveOnlyEvidence(rules);
        }
        ByHand.giveBack(answers).ifPresent(text -> findings.giveBack(rules, text));
        Outcome outcome = findings.accepted()
                ? destination(rules, facts, place, protocol.workingDays(), findings)
                : stopped(findings);
        return new Consequences(protocol, request, rules, now).of(findings, outcome);
    }

    private static boolean urgent(RequestRules rules, Facts facts) {
        try {
            return rules.urgency().when().holds(facts);
        } catch (RuntimeException unreadable) {
            return true; // what cannot be ruled out counts as urgent
        }
    }

    private void weigh(
            EvidenceStep step,
            Protocol protocol,
            Facts facts,
            FoundNotes found,
            @Nullable Instant watermark,
            Optional<String> chosen,
            Findings findings) {
        Request request = facts.request();
        if (step instanceof EvidenceStep.ByRecord record) {
            if (!findings.ask(record.satisfied(), facts, record.id(), record.clause())) {
                findings.missing(record.missing());
            } else {
                findings.reason(record.id(), record.clause(), "The agreement is recorded on the request.");
            }
            return;
        }
        EvidenceStep.ByNote byNote = (EvidenceStep.ByNote) step;
        String id = byNote.rule().id();
        String clause = byNote.rule().clause();
        if (!findings.ask(byNote.when(), facts, id, clause)) {
            return;
        }
        Instant requestedAt = request.requestedAt();
        if (chosen.isPresent()) {
            Optional<Verdict> verdict =
                    ByHand.evidenced(chosen.get(), request, found, considered(byNote, facts, protocol, found));
            if (verdict.isPresent()) {
                findings.verdict(verdict.get());
                findings.reason(id, clause, ByHand.NOTE_CHOSEN);
                return;
            }
        }
        if (requestedAt == null) {
            findings.hold(id, clause, "The date of the request could not be read. When was it raised?");
            return;
        }
        Verdict verdict = check.check(request, LocalDate.ofInstant(requestedAt, protocol.zone()), byNote.rule(), found);
        findings.verdict(verdict);
        if (verdict instanceof Verdict.Evidenced evidenced) {
            findings.reason(id, clause, "A note confirms what the managers agreed.");
            evidenced.flags().forEach(findings::flag);
            Elsewhere elsewhere = byNote.elsewhere();
            if (elsewhere.holds(evidenced.note().authorRole(), request)) {
                findings.flag(new Flag("other-" + elsewhere.field(), elsewhere.clause(), elsewhere.text()));
            }
        } else if (verdict instanceof Verdict.Unclear unclear) {
            findings.hold(id, clause, unclear.question());
        } else {
            Instant needs = requestedAt.plus(protocol.grace());
            if (watermark != null && !watermark.isBefore(needs)) {
                findings.missing(byNote.missing());
            } else {
                findings.waitFor(needs);
                findings.reason(
                        id,
                        clause,
                        "No note confirms the agreement yet, and the notes are not complete up to "
                                + PlainTime.of(needs, protocol.zone()) + ".");
            }
        }
    }

    /** What the notes' own words come to, for a person who has chosen one of them. */
    private List<Considered> considered(EvidenceStep.ByNote step, Facts facts, Protocol protocol, FoundNotes found) {
        Instant at = Objects.requireNonNullElse(facts.request().requestedAt(), facts.now());
        return check.check(facts.request(), LocalDate.ofInstant(at, protocol.zone()), step.rule(), found)
                .considered();
    }

    private static Decision leaveAtOnce(Protocol protocol, RequestRules rules, Facts facts, Findings findings) {
        Optional<DestinationRule> mash = mailbox(rules);
        findings.becomeFlags();
        Urgency urgency = rules.urgency();
        findings.first(new Reason("immediate-safety", urgency.clause(), "A child's immediate safety may be at stake."));
        Consequences consequences = new Consequences(protocol, facts.request(), rules, facts.now());
        if (mash.isEmpty()) {
            findings.hold("no-destination", urgency.clause(), "It is urgent and the protocol names no mailbox for it.");
            return consequences.of(findings, heldOutcome(findings));
        }
        findings.destination(mash.get());
        if (!findings.ask(urgency.phoned(), facts, "phone-mash", urgency.clause())) {
            consequences.phone(urgency);
        }
        return consequences.of(findings, new Outcome.ForMash(true));
    }

    /**
     * Where what is urgent goes: to the mailbox that takes everything, not to one that a condition prefers, since a
     * condition may choose somebody who is not there at night.
     */
    private static Optional<DestinationRule> mailbox(RequestRules rules) {
        return rules.destinations().stream()
                .filter(line -> line.to() instanceof Destination.Mash)
                .min(Comparator.comparing(line -> !line.when().equals(Condition.ALWAYS)));
    }

    private static Outcome destination(
            RequestRules rules, Facts facts, Optional<String> byHand, WorkingDays workingDays, Findings findings) {
        for (DestinationRule line : rules.destinations()) {
            if (byHand.isPresent()
                    ? !line.to().places().contains(byHand.get())
                    : !findings.ask(line.when(), facts, "destination", line.clause())) {
                continue;
            }
            if (line.to() instanceof Destination.Tray tray) {
                String place = byHand.map(Destination.Tray::valueOf)
                        .orElseGet(() -> Fields.of(facts.request(), tray.field()))
                        .strip()
                        .toLowerCase(Locale.ROOT);
                Optional<String> found = tray.trays().entrySet().stream()
                        .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(place))
                        .map(java.util.Map.Entry::getValue)
                        .findFirst();
                if (found.isEmpty()) {
                    findings.hold("unknown-" + tray.field(), line.clause(), tray.unknown());
                    return stopped(findings);
                }
                findings.destination(line);
                return new Outcome.Allocated(found.get());
            }
            findings.destination(line);
            if (line.to() instanceof Destination.Meeting meeting) {
                Sitting sitting =
                        meeting.sitting(LocalDate.ofInstant(facts.now(), facts.zone()), workingDays, facts.zone());
                return new Outcome.Allocated(meeting.title() + ", " + PlainTime.of(sitting.on()), sitting);
            }
            return line.to() instanceof Destination.Hub ? new Outcome.ForHub() : new Outcome.ForMash(false);
        }
        if (!findings.held()) {
            findings.hold("no-destination", "", "The protocol names no destination for it. Where should it go?");
        }
        return stopped(findings);
    }

    private static Outcome stopped(Findings findings) {
        if (findings.held()) {
            return heldOutcome(findings);
        }
        Instant needs = findings.waits();
        if (needs != null && !findings.returned()) {
            return new Outcome.Waiting(needs);
        }
        return new Outcome.Returned();
    }

    private static Outcome heldOutcome(Findings findings) {
        List<String> questions = new ArrayList<>();
        findings.questions().forEach(reason -> questions.add(reason.text()));
        return new Outcome.Held(String.join(" ", questions));
    }
}
