package org.stepbridge.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was decided about a request. */
public sealed interface Outcome {

    /** The state that a request has after this outcome. */
    RequestState state();

    /**
     * Nothing may be concluded until the notes are fresh.
     *
     * @param needs the time that the notes' watermark must reach
     */
    record Waiting(Instant needs) implements Outcome {
        @Override
        public RequestState state() {
            return RequestState.WAITING_FOR_EVIDENCE;
        }
    }

    /** A person must answer the question. */
    record Held(String question) implements Outcome {
        @Override
        public RequestState state() {
            return RequestState.HELD;
        }
    }

    /** It goes back to whoever asked. */
    record Returned() implements Outcome {
        @Override
        public RequestState state() {
            return RequestState.RETURNED;
        }
    }

    /**
     * It goes to a named tray, where a manager allocates it, or on the list of a meeting.
     *
     * @param tray the tray, or the meeting with its day
     * @param sitting the meeting; null for a tray
     */
    record Allocated(String tray, @Nullable Sitting sitting) implements Outcome {
        /** It goes to a tray. */
        public Allocated(String tray) {
            this(tray, null);
        }

        @Override
        public RequestState state() {
            return RequestState.ALLOCATED;
        }
    }

    /** It goes to the evidence based hub's queue. */
    record ForHub() implements Outcome {
        @Override
        public RequestState state() {
            return RequestState.QUEUED_FOR_HUB;
        }
    }

    /**
     * It goes to MASH by email.
     *
     * @param urgent whether a child's immediate safety is at stake, or that cannot be ruled out
     */
    record ForMash(boolean urgent) implements Outcome {
        @Override
        public RequestState state() {
            return RequestState.MASH_PENDING;
        }
    }
}
