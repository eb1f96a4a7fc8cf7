package org.stepbridge.web;

import static org.stepbridge.web.RequestLines.aRequest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Agendas;
import org.stepbridge.casework.AuditTrail;
import org.stepbridge.casework.CaseFile;
import org.stepbridge.casework.ClockReport;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.Inboxes.UnreadFile;
import org.stepbridge.casework.Overview.AttentionLine;
import org.stepbridge.casework.Overview.FeedNews;
import org.stepbridge.casework.Overview.FeedSums;
import org.stepbridge.casework.Overview.FileLine;
import org.stepbridge.casework.Overview.FileSums;
import org.stepbridge.casework.Overview.TaskLine;
import org.stepbridge.casework.Parcel;
import org.stepbridge.casework.Queues;
import org.stepbridge.casework.Queues.Queued;
import org.stepbridge.model.Channel;
import org.stepbridge.model.DeliveryState;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;
import org.stepbridge.model.SourceSystem;

/** A morning as business support finds it: something of every kind. Nothing in it is about a real person. */
final class Morning {
    /** From the time of the tests to the end of that day, a Saturday. */
    private static final Duration TO_MIDNIGHT = Duration.between(PagesApp.NOW, Instant.parse("2026-11-22T00:00:00Z"));

    private Morning() {}

    static void fill(FakeOverview ledger, PagesApp.FakeInboxes inboxes, FakeCaughtMails mails) {
        requests(ledger);
        ledger.tasks.add(new TaskLine(
                PagesApp.ROTHERHAM,
                aRequest(104).reference(),
                "phone-mash",
                "ROT-19",
                "Phone MASH now: a child’s immediate safety is at stake and no phone call is recorded.",
                true,
                PagesApp.NOW.minus(Duration.ofMinutes(40))));
        files(ledger);
        ledger.feeds.add(new FeedSums(PagesApp.ROTHERHAM, "ehm-notes", false, 1, 0, 2400, 2389, 10, 1));
        ledger.feeds.add(new FeedSums(PagesApp.ROTHERHAM, "ehm-stepups", true, 1, 0, 9, 9, 0, 0));
        ledger.feeds.add(new FeedSums(PagesApp.ROTHERHAM, "lcs-transfers", true, 2, 1, 1209, 1206, 2, 1));
        ledger.news.add(new FeedNews(
                PagesApp.ROTHERHAM,
                "ehm-notes",
                "ehm-notes-20261121T0655.csv",
                PagesApp.NOW.minus(Duration.ofHours(2)),
                PagesApp.NOW.minus(Duration.ofHours(9))));
        ledger.sums = new FileSums(4, 1, 3618, 3604, 12, 2);
        ledger.deliveries.put(Channel.LCS_RETURNS, Map.of(DeliveryState.DELIVERED, 2L));
        ledger.deliveries.put(Channel.ALLOCATIONS, Map.of(DeliveryState.DELIVERED, 3L, DeliveryState.PENDING, 1L));
        ledger.deliveries.put(Channel.HUB, Map.of(DeliveryState.DELIVERED, 41L));
        ledger.deliveries.put(Channel.MASH_EMAIL, Map.of(DeliveryState.DELIVERED, 17L, DeliveryState.UNCERTAIN, 1L));
        ledger.overdue.add(new AttentionLine(
                "held",
                "ROT-2026-000101",
                PagesApp.NOW.minus(Duration.ofDays(2)),
                "It waits for a person to answer its question. Open it in Liquidlogic and ask the worker."));
        inboxes.files.add(new UnreadFile(
                "rotherham",
                "inbox/rotherham/lcs",
                "LCS transfers (copy 2) of the 14th, corrected-by-hand-and-saved-again.csv",
                PagesApp.NOW.minus(Duration.ofDays(7)),
                "No feed takes a file of this name. Rename it as the pack’s feeds.yaml says, or take it away."));
        mails.add(MailPageTest.line("20261121-0001"), MailPageTest.SOURCE);
    }

    /** The files of some of its requests. */
    static void open(FakeCaseFiles files) {
        files.add(CaseFileSamples.held(101));
        files.add(CaseFileSamples.urgent(104));
        files.add(CaseFileSamples.in(RequestState.QUEUED_FOR_HUB, 105));
        files.add(CaseFileSamples.allocated(201));
    }

    /** What waits for the hub and for MASH. */
    static void queue(FakeQueues queues) {
        queues.waiting.add(queued(104, "", RequestState.MASH_PENDING, Duration.ofHours(5), null));
        queues.waiting.add(queued(105, "Parenting course", RequestState.QUEUED_FOR_HUB, Duration.ofHours(5), null));
        queues.waiting.add(
                queued(106, "Triple P", RequestState.QUEUED_FOR_HUB, Duration.ofDays(8), Action.Said.WAITLISTED));
        queues.waiting.add(queued(107, "Parenting course", RequestState.QUEUED_FOR_HUB, Duration.ofDays(15), null));
    }

    /** Deadlines: one overdue, one due this week, one half met. */
    static void clocks(FakeClockReport clocks) {
        clocks.lines.add(clock(203, "Locality Team 3", "joint-supervision", "ROT-6", TO_MIDNIGHT.minusDays(4), null));
        clocks.lines.add(clock(104, "=Team 3", "mash-decision", "ROT-16", Duration.ofHours(-2), null));
        clocks.lines.add(clock(201, "Locality Team 3", "joint-supervision", "ROT-6", TO_MIDNIGHT.plusDays(3), null));
        clocks.lines.add(
                clock(202, "Locality Team 3", "joint-supervision", "ROT-6", Duration.ofDays(20), SourceSystem.LCS));
        clocks.kept.add(kept(
                new ClockReport.Who("North", "Locality Team 3", "Sam Ellery"),
                YearMonth.of(2026, 10),
                new ClockReport.Count(9, 1, 2)));
        clocks.kept.add(
                kept(new ClockReport.Who("South", "", ""), YearMonth.of(2026, 9), new ClockReport.Count(0, 0, 1)));
    }

    /** The lists of two meetings, one of which was yesterday. */
    static void meetings(FakeAgendas agendas) {
        agendas.items.add(item(201, LocalDate.of(2026, 11, 24)));
        agendas.items.add(item(104, LocalDate.of(2026, 11, 20)));
    }

    private static Agendas.Item item(int number, LocalDate on) {
        return new Agendas.Item(
                PagesApp.ROTHERHAM,
                "transfer",
                "Transfer meeting",
                on,
                Reference.of("ROT", 2026, number),
                "co-working",
                "North",
                PagesApp.NOW.minus(Duration.ofDays(3)));
    }

    private static ClockReport.Kept kept(ClockReport.Who who, YearMonth month, ClockReport.Count count) {
        return new ClockReport.Kept(PagesApp.ROTHERHAM, "co-working", "joint-supervision", "ROT-6", who, month, count);
    }

    /** The email about the urgent one of its requests. */
    static void sent(FakeSentParcels sent, FakeCaseFiles files) {
        CaseFile urgent = files.get(aRequest(104).reference());
        sent.add(
                new Parcel(
                        CaseFileSamples.DELIVERY,
                        1,
                        Channel.MASH_EMAIL,
                        PagesApp.ROTHERHAM,
                        "",
                        "mash-referral",
                        List.of("mash-referral@borough.example"),
                        true,
                        1,
                        false,
                        List.of(new Parcel.Item(
                                aRequest(104).reference(),
                                urgent.request(),
                                urgent.ruling().decision(),
                                urgent.ruling().at()))),
                MailPageTest.SOURCE.replace("ROT-2026-000123", "ROT-2026-000104"));
    }

    /** What people did: more than one page of it. */
    static void audit(FakeAuditTrail trail) {
        trail.lines.add(entry(
                60,
                "lena",
                "record-phone-call",
                104,
                "deed " + new UUID(1, 2) + ": called 2026-11-21T07:50:00Z, taken by duty worker: MASH took it."));
        trail.lines.add(entry(59, "ravi", "close", 105, "=cmd()"));
        for (int id = 58; id > 0; id--) {
            trail.lines.add(entry(id, "ravi", "viewed", 101, ""));
        }
    }

    private static AuditTrail.Line entry(int id, String who, String what, int number, String detail) {
        return new AuditTrail.Line(
                id,
                PagesApp.NOW.minus(Duration.ofMinutes(125 - id)),
                PagesApp.ROTHERHAM.name(),
                "user:" + who,
                what,
                aRequest(number).reference().value(),
                detail);
    }

    private static ClockReport.Line clock(
            int number, String team, String clock, String clause, Duration left, @Nullable SourceSystem half) {
        return new ClockReport.Line(
                aRequest(number).reference(),
                PagesApp.ROTHERHAM,
                "Co-working request",
                "North",
                team,
                clock,
                clause,
                PagesApp.NOW.plus(left),
                half);
    }

    private static Queued queued(
            int number, String programme, RequestState state, Duration waited, Action.@Nullable Said said) {
        boolean mash = state == RequestState.MASH_PENDING;
        return new Queued(
                aRequest(number).reference(),
                PagesApp.ROTHERHAM,
                mash ? "Step-up request" : "Co-working request",
                programme,
                "North",
                state,
                mash,
                PagesApp.NOW.minus(waited),
                mash
                        ? "Sent to MASH at once because a child’s immediate safety is at stake."
                        : "Passed to the evidence based hub.",
                mash
                        ? List.of(new Flag(
                                "not-agreed", "ROT-14", "The agreement of the two managers is not recorded yet."))
                        : List.of(),
                900 + number,
                mash ? new Queues.Due("mash-decision", "ROT-16", PagesApp.NOW.minus(Duration.ofHours(2))) : null,
                said);
    }

    private static void requests(FakeOverview ledger) {
        ledger.requests.add(aRequest(101)
                .in(RequestState.HELD)
                .decided(
                        "A person must say whether the note of 14 November 2026 agrees to this.",
                        new Reason("unclear", "ROT-1", "The note says that it was agreed in principle only."))
                .line());
        ledger.requests.add(aRequest(102)
                .called("Step-down request")
                .in(RequestState.RETURNED)
                .decided(
                        "Returned because no note evidences the discussion between the two managers.",
                        new Reason(
                                "evidence-of-discussion-required", "ROT-8", "Evidence of the discussion is required."),
                        new Reason("actions-required", "ROT-9", "The remaining work and its outcomes are not given."))
                .line());
        ledger.requests.add(aRequest(103)
                .in(RequestState.WAITING_FOR_EVIDENCE)
                .decided(
                        "Waiting until the notes reach 21 November 2026 at 9pm.",
                        new Reason("notes-not-fresh", "", "The latest notes were taken before this was asked for."))
                .line());
        ledger.requests.add(aRequest(104)
                .called("Step-up request")
                .in(RequestState.MASH_PENDING)
                .thatIsUrgent()
                .decided(
                        "Sent to MASH at once because a child’s immediate safety is at stake.",
                        new Reason("immediate-safety", "ROT-19", "An immediate risk waits for no discussion."))
                .flagged(new Flag("not-agreed", "ROT-14", "The agreement of the two managers is not recorded yet."))
                .line());
        ledger.requests.add(aRequest(105)
                .in(RequestState.QUEUED_FOR_HUB)
                .decided("Passed to the evidence based hub.", new Reason("hub", "ROT-22", "It is evidence based."))
                .line());
        IntStream.rangeClosed(201, 260)
                .forEach(number -> ledger.requests.add(aRequest(number)
                        .decided(
                                "Accepted for the North tray.",
                                new Reason(
                                        "agreed", "ROT-3", "A note evidences the discussion between the two managers."))
                        .line()));
    }

    private static void files(FakeOverview ledger) {
        ledger.files.add(file("lcs-transfers", "lcs-transfers-20261121T0700.csv", "done", 1209, 1206, 2, 1, ""));
        ledger.files.add(file(
                "ehm-notes",
                "ehm-notes-20261121T0655.csv",
                "done",
                2400,
                2389,
                10,
                1,
                "The notes stay complete up to 20 November only: row 17 names nobody."));
        ledger.files.add(file("ehm-stepups", "ehm-stepups-20261121T0650.csv", "reading", 9, 9, 0, 0, ""));
        ledger.files.add(file(
                "lcs-transfers", "lcs-transfers-20261120T0700.csv", "refused", 0, 0, 0, 0, "It has no heading row."));
    }

    /** A file with this number, one of whose rows was rejected. */
    static FileLine fileWithRejects(long id) {
        return new FileLine(
                id,
                PagesApp.ROTHERHAM,
                "lcs-transfers",
                "lcs-transfers-20261119T0700.csv",
                "9f86d081",
                10,
                "robot",
                PagesApp.NOW,
                null,
                "done",
                1,
                0,
                0,
                1,
                Findings.NONE,
                "");
    }

    private static FileLine file(
            String feed,
            String name,
            String state,
            long rows,
            long accepted,
            long repeated,
            long rejected,
            String trouble) {
        return new FileLine(
                name.hashCode() & 0xffff,
                PagesApp.ROTHERHAM,
                feed,
                name,
                "9f86d081884c7d659a2feaa0c55ad015",
                123456,
                "robot",
                PagesApp.NOW.minus(Duration.ofHours(2)),
                PagesApp.NOW.minus(Duration.ofMinutes(125)),
                state,
                rows,
                accepted,
                repeated,
                rejected,
                Findings.NONE,
                trouble);
    }
}
