package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Case;
import org.stepbridge.casework.ContentHash;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Decision;
import org.stepbridge.model.FoundNotes;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;

/** Requests that were opened here from others and came in no export; called inside a deed's transaction. */
@Component
class LinkedRequests {
    private final JdbcClient jdbc;
    private final Packs packs;
    private final Clock clock;
    private final Files files;
    private final MergedPersons merged;
    private final ChildrensNotes notes;
    private final EarlierRequests earlier;
    private final Requests requests;
    private final Decisions decisions;

    LinkedRequests(
            JdbcClient jdbc,
            Packs packs,
            Clock clock,
            Files files,
            MergedPersons merged,
            ChildrensNotes notes,
            EarlierRequests earlier,
            Requests requests,
            Decisions decisions) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.clock = clock;
        this.files = files;
        this.merged = merged;
        this.notes = notes;
        this.earlier = earlier;
        this.requests = requests;
        this.decisions = decisions;
    }

    /** Decides and keeps it, with its link to the other; false when it is there already. */
    boolean open(Connection connection, Standing from, Request opened, String by, Decider decider) throws SQLException {
        Authority authority = opened.authority();
        if (!requests.lock(authority, opened.source(), new String[] {opened.sourceId()})
                .isEmpty()) {
            return false;
        }
        merged.hold(authority);
        Instant now = clock.instant();
        Decided decided = decided(opened, decide(opened, decider, now), now);
        String content = Json.write(opened);
        Requests.Version version =
                new Requests.Version(decided, ContentHash.of(content), "{\"request\":" + content + ",\"flags\":[]}", 0);
        requests.insert(connection, List.of(version), now);
        requests.versions(connection, List.of(version), null, now);
        jdbc.sql("insert into linked_request (request_id, opened_from, at, by) values (?, ?, ?, ?)")
                .params(decided.id(), from.id(), at(now), by)
                .update();
        decisions.write(connection, authority, List.of(decided), now, "opened from " + from.reference() + " by " + by);
        AuditLog.add(
                jdbc, now, authority.name(), by, "opened", from.reference().value(), "opened " + decided.reference());
        return true;
    }

    private Decision decide(Request opened, Decider decider, Instant now) {
        Authority authority = opened.authority();
        // The watermark first: read after the notes it could promise notes that were not seen (G3).
        @Nullable Instant watermark = files.watermark(authority.name());
        FoundNotes about = notes.about(authority, List.of(opened), decider).get(0);
        Request known = earlier.known(authority, List.of(opened)).get(0);
        return decider.decide(new Case(known, List.of(), about, watermark, List.of(), now));
    }

    private Decided decided(Request opened, Decision decision, Instant now) {
        Pack pack = packs.of(opened.authority());
        long id = decisions.numbers("reference_number", 1).get(0);
        int year = LocalDate.ofInstant(now, pack.zone()).getYear();
        long number = decisions.numbers("decision_number", 1).get(0);
        return new Decided(id, Reference.of(pack.code(), year, id), 1, opened, number, decision);
    }
}
