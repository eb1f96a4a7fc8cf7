package org.stepbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;
import org.stepbridge.model.SourceSystem;

/**
 * A clock that is not met, with its request as it stands.
 *
 * @param round which time of a clock that comes again it is
 * @param halfOn the one system of two that has its record; null for none
 */
record RunningClock(
        long id,
        long requestId,
        Reference reference,
        int version,
        long decisionId,
        Request request,
        String clock,
        String clause,
        Instant startedAt,
        Instant dueAt,
        int told,
        int round,
        @Nullable SourceSystem halfOn,
        @Nullable Instant halfAt) {

    static final String COLUMNS =
            "c.id, c.request_id, r.reference, r.version, r.decision_id, v.payload, c.clock, c.clause,"
                    + " c.started_at, c.due_at, c.told, c.round, c.half_on, c.half_at";

    static RunningClock of(ResultSet row) throws SQLException {
        String half = row.getString("half_on");
        OffsetDateTime halfAt = row.getObject("half_at", OffsetDateTime.class);
        return new RunningClock(
                row.getLong("id"),
                row.getLong("request_id"),
                new Reference(row.getString("reference")),
                row.getInt("version"),
                row.getLong("decision_id"),
                Json.payload(row.getString("payload")).request(),
                row.getString("clock"),
                row.getString("clause"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getInt("told"),
                row.getInt("round"),
                half == null ? null : SourceSystem.valueOf(half),
                halfAt == null ? null : halfAt.toInstant());
    }

    @Override
    public String toString() {
        return "RunningClock[" + reference + " " + clock + "]";
    }
}
