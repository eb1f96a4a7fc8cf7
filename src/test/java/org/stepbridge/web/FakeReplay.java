package org.stepbridge.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Replay;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Reference;

/** Requests of a ledger that is not there, decided by two packs that are not there either. */
class FakeReplay implements Replay {
    final List<Replayed> replayed = new ArrayList<>();
    Instant since = Instant.EPOCH;

    void clear() {
        replayed.clear();
        since = Instant.EPOCH;
    }

    /** So many requests, of which this many would now be returned. */
    void fill(int all, int differing) {
        Decision before =
                decision(new Outcome.Allocated("North"), new Reason("agreed", "ROT-3", "The managers agreed."));
        Decision after = decision(new Outcome.Returned(), new Reason("vague", "ROT-4", "The work is not specific."));
        for (int number = 1; number <= all; number++) {
            replayed.add(new Replayed(
                    Reference.of("ROT", 2026, number), "co-working", before, number <= differing ? after : before));
        }
    }

    private static Decision decision(Outcome outcome, Reason reason) {
        return new Decision(
                outcome,
                reason.text(),
                List.of(reason),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                new org.stepbridge.model.ProtocolVersion("2021.1", "00"));
    }

    @Override
    public void replay(Pack inForce, Pack changed, Instant from, long most, Consumer<Replayed> each) {
        since = from;
        replayed.stream().limit(most).forEach(each);
    }
}
