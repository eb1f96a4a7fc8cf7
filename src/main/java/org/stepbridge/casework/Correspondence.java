package org.stepbridge.casework;

import java.util.Optional;
import java.util.Set;
import org.stepbridge.casework.IncomingPost.Kind;
import org.stepbridge.casework.IncomingPost.Sent;
import org.stepbridge.model.Channel;

/**
 * Deals with what comes back. An outcome is recorded as a deed under the message's own key before the message is filed:
 * after a crash between the two the deed is found done and the message is filed then.
 */
public final class Correspondence {
    private static final String NO_RATIONALE = "No rationale was given.";
    private static final String UNCLEAR =
            "A mail server writes about an email of ours in words that only a person can read: it may not have arrived.";
    private static final String HUB = "system:hub";
    private static final String MASH = "system:mash-mail";

    private final IncomingPost post;
    private final Actions actions;
    private final Decider decider;

    /** Files in this post and acts by these actions. */
    public Correspondence(IncomingPost post, Actions actions, Decider decider) {
        this.post = post;
        this.actions = actions;
        this.decider = decider;
    }

    /**
     * Deals with a message; the same again changes nothing.
     *
     * @return what is wrong with it, where it could not be read or cannot be so
     */
    public Optional<String> take(Incoming incoming) {
        if (incoming instanceof Incoming.HubReply reply) {
            return hub(reply);
        } else if (incoming instanceof Incoming.StatusReport report) {
            report(report);
        } else if (incoming instanceof Incoming.Letter letter) {
            letter(letter);
        } else if (incoming instanceof Incoming.Unreadable unreadable) {
            return invalid(unreadable, unreadable.problem());
        }
        return Optional.empty();
    }

    private Optional<String> hub(Incoming.HubReply reply) {
        String rationale = reply.said().turnedDown() && reply.rationale().isBlank() ? NO_RATIONALE : reply.rationale();
        Deed deed = new Deed(
                reply.envelope().key(),
                HUB,
                Set.of(reply.envelope().authority()),
                reply.reference(),
                0,
                "",
                new Action.RecordOutcome(Action.Party.HUB, reply.said(), rationale, reply.starts()));
        DeedResult result = actions.perform(deed, decider);
        if (result instanceof DeedResult.Done || result instanceof DeedResult.DoneBefore) {
            post.file(reply, null, Kind.OUTCOME, "");
            return Optional.empty();
        }
        Optional<Action.Said> before = post.said(reply.envelope().authority(), reply.reference(), Action.Party.HUB);
        if (before.isPresent() && before.get() == reply.said()) {
            post.file(reply, null, Kind.REPEAT, "");
            return Optional.empty();
        }
        return invalid(reply, why(result));
    }

    private Optional<String> invalid(Incoming incoming, String problem) {
        post.file(incoming, null, Kind.INVALID, problem);
        return Optional.of(problem);
    }

    private static String why(DeedResult result) {
        if (result instanceof DeedResult.Impossible impossible) {
            return impossible.why();
        }
        return result instanceof DeedResult.NotTheirs
                ? "There is no request of this reference."
                : "The request has changed meanwhile.";
    }

    private void report(Incoming.StatusReport report) {
        Optional<Sent> sent = post.sent(report.envelope().authority(), report.about());
        if (sent.isEmpty()) {
            post.file(report, null, Kind.UNMATCHED, "A mail server reports about a mail that is not known here.");
            return;
        }
        String status = report.status().isEmpty() ? "" : " (" + report.status() + ")";
        switch (report.event()) {
            case FAILED -> post.file(report, sent.get(), Kind.BOUNCE, "it came back undelivered" + status);
            case DELAYED -> post.file(report, sent.get(), Kind.DELAY, "the recipient's server is late" + status);
            case DELIVERED -> post.file(report, sent.get(), Kind.RECEIPT, "");
            case PASSED_ON -> post.file(report, sent.get(), Kind.AUTOMATIC, "");
            case UNCLEAR -> post.file(report, sent.get(), Kind.INVALID, UNCLEAR);
        }
    }

    private void letter(Incoming.Letter letter) {
        Optional<Sent> sent = post.sent(letter.envelope().authority(), letter.about());
        if (letter.automatic()) {
            post.file(letter, sent.orElse(null), Kind.AUTOMATIC, "");
        } else if (sent.isEmpty()) {
            post.file(letter, null, Kind.UNMATCHED, "Nobody can tell which request this mail is about.");
        } else {
            reply(letter, sent.get());
        }
    }

    private void reply(Incoming.Letter letter, Sent sent) {
        Optional<Incoming.Stated> stated = letter.outcome();
        if (stated.isEmpty() || sent.channel() != Channel.MASH_EMAIL) {
            post.file(letter, sent, Kind.REPLY, "");
        } else if (!sent.byMessageId() || !letter.allowedSender()) {
            // anybody can write a reference in a subject, and a sender's name
            post.file(letter, sent, Kind.REPLY, "It states an outcome, but it is not certain that MASH wrote it.");
        } else {
            outcome(letter, sent, stated.get());
        }
    }

    private void outcome(Incoming.Letter letter, Sent sent, Incoming.Stated stated) {
        DeedResult result = actions.perform(
                new Deed(
                        letter.envelope().key(),
                        MASH,
                        Set.of(letter.envelope().authority()),
                        sent.reference(),
                        0,
                        "",
                        new Action.RecordOutcome(Action.Party.MASH, stated.said(), stated.rationale(), null)),
                decider);
        if (result instanceof DeedResult.Done || result instanceof DeedResult.DoneBefore) {
            post.file(letter, sent, Kind.OUTCOME, "");
            return;
        }
        Optional<Action.Said> before = post.said(letter.envelope().authority(), sent.reference(), Action.Party.MASH);
        boolean same = before.isPresent() && before.get() == stated.said();
        post.file(letter, sent, same ? Kind.REPEAT : Kind.REPLY, same ? "" : why(result));
    }
}
