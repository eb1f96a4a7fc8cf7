package org.stepbridge.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.AuditTrail;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackChanges;
import org.stepbridge.casework.Replay;
import org.stepbridge.casework.WhatIf;

/** Tries a pack's changed files on the ledger's own requests: so many that a page is not waited for too long. */
@Component
class ProtocolTrial {
    static final WhatIf.Bounds BOUNDS = new WhatIf.Bounds(5000, 20);
    private static final int DAYS = 30;

    private final PackChanges changes;
    private final Replay replay;
    private final AuditTrail trail;
    private final Clock clock;
    /** It reads much: one at a time keeps the others' pages quick. */
    private final Semaphore turn = new Semaphore(1);

    ProtocolTrial(PackChanges changes, Replay replay, AuditTrail trail, Clock clock) {
        this.changes = changes;
        this.replay = replay;
        this.trail = trail;
        this.clock = clock;
    }

    /** The day that is offered to begin with. */
    LocalDate offered(Pack pack) {
        return LocalDate.ofInstant(clock.instant(), pack.zone()).minusDays(DAYS);
    }

    /** What came of it, or why it was not tried. */
    record Result(Optional<WhatIf> found, Optional<Told> told) {
        static Result not(String why) {
            return new Result(Optional.empty(), Optional.of(new Told(false, "This could not be done", why, "")));
        }
    }

    Result run(Pack inForce, String since, String actor) {
        LocalDate day;
        try {
            day = LocalDate.parse(since);
        } catch (DateTimeParseException noDay) {
            return Result.not("Say from which day on. Fill in the day again.");
        }
        Optional<Pack> files = changes.files(inForce.authority());
        if (files.isEmpty()) {
            return Result.not("The files are not sound. See below what to mend.");
        }
        if (!turn.tryAcquire()) {
            return Result.not("Somebody is trying a protocol just now. Try again in a minute.");
        }
        try {
            WhatIf found = WhatIf.of(replay, inForce, files.get(), day, BOUNDS);
            trail.tried(actor, inForce.authority(), found, day);
            return new Result(Optional.of(found), Optional.empty());
        } finally {
            turn.release();
        }
    }
}
