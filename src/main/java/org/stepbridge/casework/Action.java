package org.stepbridge.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Answer;

/** What a person, or a system that answers for one, does to a request. */
public sealed interface Action {

    /** Its name in the audit, such as {@code record-phone-call}. */
    default String kind() {
        return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Decides again now, by all that has arrived. */
    record Recheck() implements Action {}

    /**
     * Settles what the protocol alone could not: a held, waiting or returned request is decided again with this answer.
     */
    record Settle(Answer answer) implements Action {
        @Override
        public String kind() {
            return answer instanceof Answer.UseNote
                    ? "use-note"
                    : answer instanceof Answer.SendTo ? "forward" : "return";
        }
    }

    /**
     * The phone call that an urgent email does not replace was made.
     *
     * @param at when
     * @param spokeTo who took it, a name or a role
     */
    record RecordPhoneCall(Instant at, String spokeTo) implements Action {}

    /**
     * What the hub or MASH decided.
     *
     * @param rationale why; must not be empty where it was turned down
     * @param starts when the programme starts, where the hub says so
     */
    record RecordOutcome(
            Party by, Said said, String rationale, @Nullable LocalDate starts) implements Action {
        @Override
        public String toString() {
            return "RecordOutcome[" + by + " " + said + "]";
        }
    }

    /** A deadline was kept, by something that no feed brings. */
    record MeetClock(long clockId) implements Action {}

    /** A running deadline stands still until it is let go on. */
    record PauseClock(long clockId) implements Action {}

    /** A deadline that stood still goes on; the time it stood is added. */
    record ResumeClock(long clockId) implements Action {}

    /** Something happened that the protocol of this type of request has a name for, such as an attempt to reach the family. */
    record Happen(String event) implements Action {}

    /** Something on the request's checklist was seen to. */
    record TickItem(String item) implements Action {}

    /** What a task asked for was done. */
    record TickTask(long taskId) implements Action {}

    /** Somebody disagrees with the decision or the outcome: the practice resolution protocol starts. */
    record Disagree() implements Action {}

    /** It ends here: withdrawn, or overtaken by events. */
    record Close() implements Action {}

    /** Sends it once more, as a delivery of its own that says it may repeat. */
    record Resend(UUID delivery) implements Action {}

    /** It will not be sent. */
    record GiveUp(UUID delivery) implements Action {}

    /** It has arrived, as somebody has found out. */
    record MarkDelivered(UUID delivery) implements Action {}

    /** Who decides about what was sent on. */
    enum Party {
        /** The evidence based hub. */
        HUB,
        /** The multi-agency safeguarding hub. */
        MASH;

        /** What they can decide. */
        public Set<Said> says() {
            return this == HUB
                    ? EnumSet.of(Said.ACCEPTED, Said.WAITLISTED, Said.DECLINED)
                    : EnumSet.of(Said.ACCEPTED, Said.REJECTED);
        }

        /** The right to say it for them. */
        public Right right() {
            return this == HUB ? Right.ANSWER_AS_HUB : Right.ANSWER_AS_MASH;
        }

        /** The word in the database. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What they decided. */
    enum Said {
        /** They take it on. */
        ACCEPTED,
        /** The hub will take it on later; it stays open. */
        WAITLISTED,
        /** The hub does not take it on. */
        DECLINED,
        /** MASH does not take it on. */
        REJECTED;

        /** Whether it was turned down, which needs a rationale. */
        public boolean turnedDown() {
            return this == DECLINED || this == REJECTED;
        }

        /** The word in messages, pages and the database. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What a word of a checked message or of the database says. */
        public static Said of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }
}
