package org.stepbridge.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Channel;
import org.stepbridge.model.ClockStart;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Dispatch;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.Request;
import org.stepbridge.model.SourceSystem;
import org.stepbridge.model.TaskStart;

/** Works out what follows from an outcome: what is sent to whom, what people must do, which clocks start. */
final class Consequences {
    private final Protocol protocol;
    private final Request request;
    private final @Nullable RequestRules rules;
    private final Instant now;
    private final List<Dispatch> dispatches = new ArrayList<>();
    private final List<TaskStart> tasks = new ArrayList<>();
    private final List<ClockStart> clocks = new ArrayList<>();
    private final List<String> checklist = new ArrayList<>();

    Consequences(Protocol protocol, Request request, @Nullable RequestRules rules, Instant now) {
        this.protocol = protocol;
        this.request = request;
        this.rules = rules;
        this.now = now;
    }

    /** The phone call that an urgent email does not replace. */
    void phone(Urgency urgency) {
        tasks.add(new TaskStart("phone-mash", urgency.clause(), urgency.task(), true));
        tell(urgency.notices(), true);
    }

    Decision of(Findings findings, Outcome outcome) {
        DestinationRule line = findings.destination();
        if (outcome instanceof Outcome.Held) {
            clocks.addAll(protocol.clocks(request, ClockRule.Event.HELD.label(), now));
        } else if (outcome instanceof Outcome.Returned) {
            giveBack(findings);
        } else if (outcome instanceof Outcome.Allocated) {
            accept(findings, Dispatch.to(Channel.ALLOCATIONS, ""));
        } else if (outcome instanceof Outcome.ForHub) {
            accept(findings, Dispatch.to(Channel.HUB, ""));
        } else if (outcome instanceof Outcome.ForMash mash
                && line != null
                && line.to() instanceof Destination.Mash mailbox) {
            List<String> to = protocol.directory().addresses(mailbox.to(), request);
            accept(findings, new Dispatch(Channel.MASH_EMAIL, mailbox.template(), to, mash.urgent()));
        }
        return new Decision(
                outcome,
                sentence(findings, outcome),
                findings.reasons(),
                findings.flags(),
                findings.verdict(),
                dispatches,
                tasks,
                clocks,
                protocol.version(),
                checklist);
    }

    private void accept(Findings findings, Dispatch dispatch) {
        dispatches.add(dispatch);
        tell(findings.flagNotices(), false);
        DestinationRule line = findings.destination();
        if (line != null) {
            tell(line.notices(), false);
        }
        if (rules != null) {
            Facts facts = new Facts(request, now, protocol.zone());
            rules.followUp().checklist().stream()
                    .filter(item -> findings.asked(item.when(), facts))
                    .forEach(item -> checklist.add(item.id()));
        }
        record("accepted");
        clocks.addAll(protocol.clocks(request, ClockRule.Event.ACCEPTED.label(), now));
    }

    private void giveBack(Findings findings) {
        Channel back = request.source() == SourceSystem.LCS ? Channel.LCS_RETURNS : Channel.EHM_RETURNS;
        dispatches.add(Dispatch.to(back, ""));
        tell(findings.returnNotices(), false);
        record("returned");
        if (rules != null && !rules.returnTask().isEmpty()) {
            String clause = findings.reasons().get(0).clause();
            tasks.add(new TaskStart("return-on-liquidlogic", clause, rules.returnTask(), false));
        }
        clocks.addAll(protocol.clocks(request, ClockRule.Event.RETURNED.label(), now));
    }

    private void tell(Collection<Notice> notices, boolean urgent) {
        for (Notice notice : notices) {
            List<String> to = protocol.directory().addresses(notice.to(), request);
            dispatches.add(new Dispatch(Channel.NOTICE_EMAIL, notice.template(), to, urgent));
        }
    }

    private void record(String kind) {
        if (rules == null || rules.recordingClause().isEmpty()) {
            return;
        }
        if (request.child().lcs() != null) {
            dispatches.add(Dispatch.to(Channel.RECORDINGS_LCS, kind));
        }
        if (request.child().ehm() != null) {
            dispatches.add(Dispatch.to(Channel.RECORDINGS_EHM, kind));
        }
    }

    private String sentence(Findings findings, Outcome outcome) {
        if (outcome instanceof Outcome.Held held) {
            return held.question();
        }
        if (outcome instanceof Outcome.Waiting waiting) {
            return "Waits for the early help notes up to " + PlainTime.of(waiting.needs(), protocol.zone()) + ".";
        }
        DestinationRule line = findings.destination();
        return line == null ? findings.reasons().get(0).text() : line.text();
    }
}
