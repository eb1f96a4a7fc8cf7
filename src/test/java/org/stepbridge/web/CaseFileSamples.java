package org.stepbridge.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.CaseFile;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Child;
import org.stepbridge.model.Considered;
import org.stepbridge.model.Decision;
import org.stepbridge.model.DeliveryState;
import org.stepbridge.model.Details;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.Flag;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.Note;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.ProtocolVersion;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;
import org.stepbridge.model.RequestState;
import org.stepbridge.model.SourceSystem;
import org.stepbridge.model.Span;
import org.stepbridge.model.Verdict;

/** Files of requests for tests of pages. Nobody in them is real. */
final class CaseFileSamples {
    static final UUID DELIVERY = new UUID(1, 2);
    static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    static final String TEXT = "Spoke with Helen Marsh, Team Manager. We agreed in principle that co-working starts"
            + " once the assessment is done.";
    private static final Child CHILD = new Child(
            new LcsId("L100200"), new EhmId("E300400"), null, null, "Ashworth", "Amelia", LocalDate.of(2015, 3, 14));
    private static final Instant NOW = PagesApp.NOW;

    private CaseFileSamples() {}

    /** Held, because a note is unclear; with another note that was ruled out. */
    static CaseFile held(int number) {
        Considered unclear = new Considered(
                "N1",
                LocalDate.of(2026, 11, 14),
                "Jo Bright",
                "Early Help Locality Manager",
                false,
                "It speaks of an agreement in principle only.",
                List.of(span(TEXT, "agreed in principle")));
        Considered other = new Considered(
                "N2",
                LocalDate.of(2026, 9, 1),
                "Kit Lowe",
                "Family Support Worker",
                false,
                "It was not written by an Early Help Locality Manager.",
                List.of());
        return file(
                number,
                RequestState.HELD,
                false,
                new Outcome.Held("Does the note of 14 November 2026 confirm that co-working was agreed?"),
                "Does the note of 14 November 2026 confirm that co-working was agreed?",
                new Reason("unclear", "ROT-1", "Does the note of 14 November 2026 confirm that co-working was agreed?"),
                new Verdict.Unclear("Does it?", List.of(unclear, other)),
                follows(List.of(), List.of(), List.of()));
    }

    /** Accepted on a note, with what follows: a file that has left and a deadline that is running. */
    static CaseFile allocated(int number) {
        String text = "Agreed with Helen Marsh that we co-work: six sessions on routines.";
        Considered counts = new Considered(
                "N1",
                LocalDate.of(2026, 11, 14),
                "Jo Bright",
                "Early Help Locality Manager",
                true,
                "It confirms the agreement.",
                List.of(span(text, "Agreed with Helen Marsh that we co-work")));
        CaseFile file = file(
                number,
                RequestState.ALLOCATED,
                false,
                new Outcome.Allocated("North"),
                "Accepted for the North tray.",
                new Reason("agreed", "ROT-3", "A note evidences the discussion between the two managers."),
                new Verdict.Evidenced(counts, List.of(), List.of(counts)),
                new CaseFile.Follows(
                        List.of(sent(
                                Channel.ALLOCATIONS, "allocations-20261121T080000000-1.csv", DeliveryState.DELIVERED)),
                        List.of(clock("joint-supervision", "ROT-6", Instant.parse("2026-12-01T00:00:00Z"))),
                        List.of(),
                        List.of(),
                        List.of(new CaseFile.Ticked("read", NOW, "user:jo")),
                        List.of(new CaseFile.Linked(Reference.of("ROT", 2026, 104), true, "step-up"))));
        return new CaseFile(
                file.request(),
                file.noticed(),
                file.standing(),
                file.ruling(),
                List.of(note("N1", text)),
                file.follows(),
                file.timeline(),
                file.views());
    }

    /** An urgent step-up: its email is uncertain, and the phone call is not recorded. */
    static CaseFile urgent(int number) {
        return file(
                number,
                RequestState.MASH_PENDING,
                true,
                new Outcome.ForMash(true),
                "Sent to MASH at once because a child’s immediate safety is at stake.",
                new Reason("immediate-safety", "ROT-19", "An immediate risk waits for no discussion."),
                null,
                follows(
                        List.of(sent(Channel.MASH_EMAIL, "", DeliveryState.UNCERTAIN)),
                        List.of(clock("mash-decision", "ROT-16", NOW.minus(Duration.ofHours(2)))),
                        List.of(new CaseFile.ToDo(
                                7,
                                "phone-mash",
                                "ROT-19",
                                "Phone MASH now: a child’s immediate safety is at stake and no phone call is recorded.",
                                true,
                                NOW.minus(Duration.ofMinutes(40)),
                                null,
                                ""))));
    }

    /** With the hub or with MASH. */
    static CaseFile in(RequestState state, int number) {
        return file(
                number,
                state,
                false,
                state == RequestState.QUEUED_FOR_HUB ? new Outcome.ForHub() : new Outcome.ForMash(false),
                "Passed on.",
                new Reason("passed-on", "ROT-22", "It is evidence based."),
                null,
                follows(List.of(), List.of(), List.of()));
    }

    private static CaseFile.Follows follows(
            List<CaseFile.Sent> deliveries, List<CaseFile.Running> clocks, List<CaseFile.ToDo> tasks) {
        return new CaseFile.Follows(deliveries, clocks, tasks, List.of(), List.of(), List.of());
    }

    private static CaseFile file(
            int number,
            RequestState state,
            boolean urgent,
            Outcome outcome,
            String sentence,
            Reason reason,
            @Nullable Verdict verdict,
            CaseFile.Follows follows) {
        Reference reference = Reference.of("ROT", 2026, number);
        Decision decision = new Decision(
                outcome,
                sentence,
                List.of(reason),
                List.of(new Flag("vague-request", "ROT-4", "The request does not say what the work is to achieve.")),
                verdict,
                List.of(),
                List.of(),
                List.of(),
                new ProtocolVersion("2021.1", "00"),
                state == RequestState.ALLOCATED ? List.of("plan", "read") : List.of());
        return new CaseFile(
                new Request(
                        PagesApp.ROTHERHAM,
                        SourceSystem.LCS,
                        "TR" + (1_000_000 + number),
                        "co-working",
                        CHILD,
                        "North",
                        NOW.minus(Duration.ofDays(3)),
                        new Details(Map.of(
                                "socialWorker", "Sam Ellery",
                                "team", "Locality Team 3",
                                "teamManager", "Helen Marsh",
                                "evidenceBased", "Y",
                                "supportKind", "partner-led",
                                "agreedAt", "2026-11-17T14:00:00Z",
                                "workRequired", "Six weekly sessions of direct work on routines and boundaries",
                                "desiredOutcomes", "Amelia is at school every day by the spring"))),
                List.of(),
                new CaseFile.Standing(
                        reference, state, NOW.minus(Duration.ofHours(5)), urgent, 1, NOW.minus(Duration.ofDays(2))),
                new CaseFile.Ruled(900 + number, NOW.minus(Duration.ofHours(5)), decision),
                List.of(note("N1", TEXT)),
                follows,
                List.of(
                        new CaseFile.Entry(
                                NOW.minus(Duration.ofDays(2)),
                                "stepbridge",
                                "decided",
                                "taken in from file entry 7, version 1: waiting-for-evidence by ROT-1, protocol 2021.1 "
                                        + HASH),
                        new CaseFile.Entry(
                                NOW.minus(Duration.ofHours(5)),
                                "stepbridge",
                                "decided",
                                "settled by user:jo, version 1: " + state.label() + " by ROT-1 ROT-4, protocol 2021.1 "
                                        + HASH),
                        new CaseFile.Entry(
                                NOW.minus(Duration.ofHours(4)),
                                "stepbridge",
                                "uncertain",
                                "mash-email " + DELIVERY + ": the connection was lost"),
                        new CaseFile.Entry(
                                NOW.minus(Duration.ofHours(3)),
                                "stepbridge",
                                "clock met",
                                "joint-supervision (ROT-6): attempt"),
                        new CaseFile.Entry(
                                NOW.minus(Duration.ofHours(2)),
                                "user:jo",
                                "tick-item",
                                "deed 7b8f4a1c-2a2b-4a6e-9a56-0d3f5c9b1e12: read: All three of them."),
                        new CaseFile.Entry(
                                NOW.minus(Duration.ofHours(1)),
                                "user:jo",
                                "recheck",
                                "deed 7b8f4a1c-2a2b-4a6e-9a56-0d3f5c9b1e11: The note was corrected.")),
                List.of(new CaseFile.Entry(NOW, "user:jo", "viewed", "")));
    }

    private static Note note(String id, String text) {
        return new Note(
                id,
                CHILD,
                "General Note",
                LocalDate.of(2026, 11, 14),
                null,
                "Jo Bright",
                "Early Help Locality Manager",
                "Discussion about co-working",
                text,
                null);
    }

    private static Span span(String text, String words) {
        int start = text.indexOf(words);
        return new Span(Span.Where.TEXT, start, start + words.length(), words);
    }

    private static CaseFile.Sent sent(Channel channel, String name, DeliveryState state) {
        return new CaseFile.Sent(
                DELIVERY,
                channel,
                name,
                "",
                name.isEmpty() ? List.of("mash-referral@borough.example") : List.of(),
                state,
                1,
                NOW.minus(Duration.ofHours(5)),
                state == DeliveryState.DELIVERED ? NOW.minus(Duration.ofHours(4)) : null,
                state == DeliveryState.UNCERTAIN ? "the connection was lost after the message had been sent" : "");
    }

    private static CaseFile.Running clock(String name, String clause, Instant due) {
        return new CaseFile.Running(5, name, clause, NOW.minus(Duration.ofHours(5)), due, null, null);
    }
}
