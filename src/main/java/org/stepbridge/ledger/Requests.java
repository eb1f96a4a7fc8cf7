package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;
import static org.stepbridge.ledger.Notes.ids;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;
import org.stepbridge.model.RequestState;
import org.stepbridge.model.SourceSystem;

/** The requests and their versions; called inside the ledger's transactions. */
@Component
class Requests {
    private static final String COLUMNS =
            "request (id, reference, authority, source, source_id, version, content_hash, type,"
                    + " lcs_id, ehm_id, nhs_number, upn, surname, forename, date_of_birth, name_key, family, locality, team, worker, requested_at,"
                    + " received_at, state, state_since, urgent, needs, decision_id)";
    /**
     * The accepted requests {@code r} of the children {@code asked a (lcs, ehm)}, by a number in common; takes the
     * authority as a parameter. Child by child and in words that no other index serves, as {@link #alike}.
     */
    static final String ACCEPTED_OF_ASKED = """
            asked a
            cross join lateral (
                select * from request r
                where (r.lcs_id = a.lcs or r.ehm_id = a.ehm) and r.authority || '' = ?
                  and r.state in ('allocated', 'queued-for-hub', 'sent-to-mash', 'closed')
                offset 0) r
            """;

    private static final String NOT_MARKED = "r.authority || '' = c.authority and not r.recheck";
    /** Those of the children, and those of their families: a note on the whole family may be about each child of it. */
    private static final String MARKABLE =
            alike("r.id", NOT_MARKED) + " union" + look("r.id", NOT_MARKED, "r.family = c.family");

    private final JdbcClient jdbc;

    Requests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A request that was taken in before. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(
            long id,
            Reference reference,
            int version,
            byte[] hash,
            RequestState state,
            @Nullable Instant requestedAt) {

        /** Whether this comes after its return: whatever is asked for no later only corrects what was returned. */
        boolean returnedBefore(Request request) {
            return state == RequestState.RETURNED
                    && request.requestedAt() != null
                    && (requestedAt == null || request.requestedAt().isAfter(requestedAt));
        }
    }

    /** A new version of a request, with the hash of its content and the row it was read from. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Version(Decided decided, byte[] hash, String payload, long row) {}

    /** Locks these requests, always in the same order; one look into the index for each, whatever the planner knows. */
    Map<String, Stored> lock(Authority authority, SourceSystem source, String[] sourceIds) {
        Map<String, Stored> known = new HashMap<>();
        jdbc.sql("""
                        select known.*
                        from (select unnest(?::text[]) as id order by 1) asked
                        cross join lateral (
                            select source_id, id, reference, version, content_hash, state, requested_at from request
                            where authority = ? and source = ? and source_id = asked.id for update) known""").params(sourceIds, authority.name(), source.name()).query(row -> {
            known.put(
                    row.getString(1),
                    new Stored(
                            row.getLong(2),
                            new Reference(row.getString(3)),
                            row.getInt(4),
                            row.getBytes(5),
                            RequestState.of(row.getString(6)),
                            row.getTimestamp(7) == null
                                    ? null
                                    : row.getTimestamp(7).toInstant()));
        });
        return known;
    }

    /** Which of these requests have gone out, or may have, to whoever acts on them. */
    Set<Long> sentOn(Long[] ids) {
        return new HashSet<>(jdbc.sql("""
                        select distinct l.request_id from delivery_line l join delivery d on d.id = l.delivery_id
                        where l.request_id = any(?) and d.channel in ('allocations', 'hub', 'mash-email')
                          and d.state in ('sending', 'delivered', 'acknowledged', 'uncertain')""").param(ids).query(Long.class).list());
    }

    void insert(Connection connection, List<Version> fresh, Instant now) throws SQLException {
        CopyRows rows = new CopyRows(COLUMNS);
        for (Version version : fresh) {
            row(rows, version, now);
        }
        rows.send(connection);
    }

    /** Replaces what stands of changed requests; when they were first received stays. */
    void replace(Connection connection, List<Version> changed, Instant now) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        CopyRows rows = new CopyRows(COLUMNS.replace("request (", "changed_request ("));
        jdbc.sql(
                        "create temporary table if not exists changed_request (like request including defaults) on commit delete rows")
                .update();
        for (Version version : changed) {
            row(rows, version, now);
        }
        rows.send(connection);
        jdbc.sql("""
                        update request r
                        set version = c.version, content_hash = c.content_hash, type = c.type, lcs_id = c.lcs_id,
                            ehm_id = c.ehm_id, nhs_number = c.nhs_number, upn = c.upn, surname = c.surname,
                            forename = c.forename, date_of_birth = c.date_of_birth, name_key = c.name_key, family = c.family,
                            locality = c.locality, team = c.team, worker = c.worker, requested_at = c.requested_at, state = c.state,
                            state_since = c.state_since, urgent = c.urgent, needs = c.needs, recheck = false,
                            decision_id = c.decision_id, answers = null
                        from changed_request c where c.id = r.id""").update();
    }

    /** @param fileId the file that they were read from; null for those that were opened here */
    void versions(Connection connection, List<Version> all, @Nullable Long fileId, Instant now) throws SQLException {
        CopyRows rows =
                new CopyRows("request_version (request_id, version, file_id, row_number, received_at, payload)");
        for (Version version : all) {
            Decided decided = version.decided();
            rows.add(decided.id())
                    .add(decided.version())
                    .add(fileId)
                    .add(version.row())
                    .add(now);
            rows.add(version.payload()).end();
        }
        rows.send(connection);
    }

    /** Gives requests the state of a new decision about the version that already stands. */
    void redecided(List<Decided> all, Instant now) {
        jdbc.sql("""
                        update request r
                        set state = d.state, state_since = ?, urgent = d.urgent, needs = d.needs, recheck = false,
                            decision_id = d.decision_id
                        from unnest(?::bigint[], ?::text[], ?::boolean[], ?::timestamptz[], ?::bigint[])
                            as d (id, state, urgent, needs, decision_id)
                        where r.id = d.id""")
                .params(
                        at(now),
                        all.stream().map(Decided::id).toArray(Long[]::new),
                        all.stream().map(one -> one.state().label()).toArray(String[]::new),
                        all.stream().map(Decided::urgent).toArray(Boolean[]::new),
                        all.stream().map(one -> Columns.text(one.needs())).toArray(String[]::new),
                        all.stream().map(Decided::decisionId).toArray(Long[]::new))
                .update();
    }

    void checked(Long[] ids) {
        jdbc.sql("update request set recheck = false where id = any(?) and recheck")
                .param(ids)
                .update();
    }

    /**
     * The waiting, held and returned requests of the rows {@code child c (ehm, lcs, nhs, upn, name)}: those with an
     * identifier in common and, where none can be compared, those with the same name and date of birth. Each look goes into
     * an index of its own, child by child: {@code offset 0} keeps PostgreSQL from starting with the requests.
     *
     * @param columns what to select of {@code c} and {@code r}
     * @param which what else must be true of a request {@code r} of child {@code c}, in words that no other index serves
     */
    static String alike(String columns, String which) {
        return Stream.of("r.ehm_id = c.ehm", "r.lcs_id = c.lcs", "r.nhs_number = c.nhs", "r.upn = c.upn", """
                        r.name_key = c.name and (r.ehm_id is null or c.ehm is null) and (r.lcs_id is null or c.lcs is null)
                        and (r.nhs_number is null or c.nhs is null) and (r.upn is null or c.upn is null)""")
                .map(same -> look(columns, which, same))
                .collect(Collectors.joining(" union"));
    }

    private static String look(String columns, String which, String same) {
        return " select " + columns + " from child c cross join lateral (select * from request r"
                + " where r.state in ('waiting-for-evidence', 'held', 'returned') and " + which + " and " + same
                + " offset 0) r";
    }

    /** Marks the open requests of these children; costs next to nothing where none is open, as before a first import. */
    void markForRecheck(Authority authority, List<Child> children) {
        if (children.isEmpty() || !anyOpen(authority)) {
            return;
        }
        jdbc.sql("""
                        with child as materialized (
                            select ?::text as authority, c.*
                            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                                as c (ehm, lcs, nhs, upn, name, family))
                        update request set recheck = true
                        where not recheck and id = any(array(""" + MARKABLE + "))")
                .params(
                        authority.name(),
                        ids(children, Child::ehm),
                        ids(children, Child::lcs),
                        ids(children, Child::nhs),
                        ids(children, Child::upn),
                        children.stream().map(NameKey::of).toArray(String[]::new),
                        Columns.families(children))
                .update();
    }

    private boolean anyOpen(Authority authority) {
        return jdbc.sql("""
                        select exists (select from request where authority = ? and state in ('waiting-for-evidence', 'held', 'returned'))""").param(authority.name()).query(Boolean.class).single();
    }

    private static void row(CopyRows rows, Version version, Instant now) throws SQLException {
        Decided decided = version.decided();
        Request request = decided.request();
        Child child = request.child();
        String key = NameKey.of(child);
        rows.add(decided.id())
                .add(decided.reference().value())
                .add(request.authority().name());
        rows.add(request.source().name())
                .add(request.sourceId())
                .add(decided.version())
                .add(version.hash());
        rows.add(request.type())
                .add(Columns.id(child.lcs()))
                .add(Columns.id(child.ehm()))
                .add(Columns.id(child.nhs()));
        rows.add(Columns.id(child.upn()))
                .add(child.surname())
                .add(child.forename())
                .add(child.dateOfBirth());
        rows.add(key == null ? "" : key)
                .add(Columns.family(child))
                .add(request.locality())
                .add(request.details().text("team"))
                .add(request.details().text("socialWorker", "raisedBy"))
                .add(request.requestedAt())
                .add(now);
        rows.add(decided.state().label()).add(now).add(decided.urgent()).add(decided.needs());
        rows.add(decided.decisionId()).end();
    }
}
