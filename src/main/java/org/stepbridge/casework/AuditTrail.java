package org.stepbridge.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Authority;

/** What the audit says. Whoever looks into it is noted in it, in the transaction that reads. */
public interface AuditTrail {

    /**
     * Entries, newest first.
     *
     * @param actor who looks
     * @param before only entries with a lower number; {@link Long#MAX_VALUE} from the newest
     */
    List<Line> find(Wanted wanted, String actor, long before, int most);

    /** As {@link #find}, from the newest, for a table that leaves the program; noted as that. */
    List<Line> export(Wanted wanted, String actor, int most);

    /** Notes that somebody had the audit held against its seals, and what came of it. */
    void verified(String actor, AuditChain.Verification found);

    /** Notes that somebody had changed files of a pack tried on the requests since that day, and what came of it. */
    void tried(String actor, Authority authority, WhatIf found, LocalDate since);

    /**
     * Which entries. What is empty or null asks for nothing.
     *
     * @param authorities only entries about these
     * @param program also those about no authority, such as logins
     * @param person an id of a child: entries about requests for it as they stand now
     * @param reference a request's
     * @param user a login's name
     * @param from made then or later
     * @param until made before
     */
    record Wanted(
            List<Authority> authorities,
            boolean program,
            String person,
            String reference,
            String user,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * An entry.
     *
     * @param authority its name; empty when it is about none
     * @param reference the request's; empty when it is about none
     */
    record Line(long id, Instant at, String authority, String actor, String action, String reference, String detail) {}
}
