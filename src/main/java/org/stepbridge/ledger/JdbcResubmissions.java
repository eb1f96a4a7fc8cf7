package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;
import static org.stepbridge.ledger.Notes.ids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Course;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Resubmissions;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Merges;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;

/** What came again after a return (G2), on PostgreSQL; all but the history is called inside the ledger's transactions. */
@Component
class JdbcResubmissions implements Resubmissions {
    private static final String RETURNED = Requests.alike(
            "c.place, r.id, r.reference, r.version",
            "r.state = 'returned' and r.authority || '' = c.authority and r.type = c.type and r.source_id <> c.source_id");

    private static final String BY = "stepbridge";

    private final JdbcClient jdbc;
    private final Packs packs;
    private final MergedPersons merged;
    private final Clocks clocks;

    JdbcResubmissions(JdbcClient jdbc, Packs packs, MergedPersons merged, Clocks clocks) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.merged = merged;
        this.clocks = clocks;
    }

    /** A returned request, at the version that was returned. */
    record Returned(long id, Reference reference, int version) {
        Flag flag() {
            return new Flag("resubmission", "", "It was returned before, as " + reference + ".");
        }
    }

    /** A version of a request that comes after a return. */
    record Link(long request, Reference reference, int version, String type, Returned returned) {}

    /** A child of one of several new requests, by one of the numbers that it may have been known by. */
    private record Asked(int place, Request request, Child child) {}

    /**
     * For each of these new requests that comes again, by its place, the latest returned one for the same child and kind:
     * one with an identifier in common, be it by a merge of the child's records, or, where none can be compared, the same
     * name and date of birth. Run before the new ones are stored.
     */
    Map<Integer, Returned> earlier(Authority authority, List<Request> fresh) {
        Map<Integer, Returned> found = new HashMap<>();
        if (fresh.isEmpty()) {
            return found;
        }
        List<Asked> asked = asked(authority, fresh);
        List<Child> children = asked.stream().map(Asked::child).toList();
        jdbc.sql("""
                        with child as materialized (
                            select ?::text as authority, c.*
                            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[])
                                as c (source_id, type, ehm, lcs, nhs, upn, name, place)),
                        returned as (""" + RETURNED + """
                        ) select distinct on (place) * from returned order by place, id desc""")
                .params(
                        authority.name(),
                        asked.stream().map(one -> one.request().sourceId()).toArray(String[]::new),
                        asked.stream().map(one -> one.request().type()).toArray(String[]::new),
                        ids(children, Child::ehm),
                        ids(children, Child::lcs),
                        ids(children, Child::nhs),
                        ids(children, Child::upn),
                        children.stream().map(NameKey::of).toArray(String[]::new),
                        asked.stream().map(Asked::place).toArray(Integer[]::new))
                .query(row -> {
                    found.put(
                            row.getInt(1),
                            new Returned(row.getLong(2), new Reference(row.getString(3)), row.getInt(4)));
                });
        return found;
    }

    private List<Asked> asked(Authority authority, List<Request> fresh) {
        Merges merges = merged.any(authority)
                ? merged.of(authority, fresh.stream().map(Request::child).toList())
                : Merges.NONE;
        List<Asked> asked = new ArrayList<>();
        for (int place = 0; place < fresh.size(); place++) {
            Request request = fresh.get(place);
            for (Child child : merges.records(request.child())) {
                asked.add(new Asked(place, request, child));
            }
        }
        return asked;
    }

    /** Keeps these links, and the clocks that their returns started are met. Run before earlier clocks are stopped. */
    void link(Authority authority, List<Link> links, Instant now) {
        if (links.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into resubmission (request_id, version, returned_id, returned_version, at)
                        select request_id, version, returned_id, returned_version, ?
                        from unnest(?::bigint[], ?::integer[], ?::bigint[], ?::integer[])
                            as l (request_id, version, returned_id, returned_version)""")
                .params(
                        at(now),
                        links.stream().map(Link::request).toArray(Long[]::new),
                        links.stream().map(Link::version).toArray(Integer[]::new),
                        links.stream().map(link -> link.returned().id()).toArray(Long[]::new),
                        links.stream().map(link -> link.returned().version()).toArray(Integer[]::new))
                .update();
        meet(authority, links, now);
    }

    private void meet(Authority authority, List<Link> links, Instant now) {
        Course course = packs.of(authority).course();
        Map<Long, Link> comesAgain = new HashMap<>();
        links.stream()
                .filter(link -> !course.startedByReturn(link.type()).isEmpty())
                .forEach(link -> comesAgain.putIfAbsent(link.returned().id(), link));
        if (comesAgain.isEmpty()) {
            return;
        }
        for (RunningClock clock : clocks.running(comesAgain.keySet().toArray(Long[]::new))) {
            Link link = Objects.requireNonNull(comesAgain.get(clock.requestId()));
            if (course.startedByReturn(link.type()).contains(clock.clock())) {
                String how = "it came again as " + link.reference() + ", version " + link.version();
                clocks.meet(clock, now, BY, how, now);
            }
        }
    }

    @Override
    public List<Resubmission> history(List<Authority> authorities, Reference reference) {
        return jdbc.sql("""
                        with recursive part (id) as (
                            select id from request where reference = ? and authority = any(?)
                            union
                            select case when l.request_id = p.id then l.returned_id else l.request_id end
                            from part p join resubmission l on l.request_id = p.id or l.returned_id = p.id)
                        select returned.reference, l.returned_version, why.decided_at, why.sentence, later.reference, l.version, l.at
                        from resubmission l
                        join request returned on returned.id = l.returned_id
                        join request later on later.id = l.request_id
                        join lateral (
                            select decided_at, sentence from decision d
                            where d.request_id = l.returned_id and d.version = l.returned_version and d.decided_at <= l.at
                            order by d.id desc limit 1) why on true
                        where l.request_id in (select id from part)
                        order by l.at, l.request_id, l.version""")
                .params(reference.value(), Columns.names(authorities))
                .query((row, number) -> new Resubmission(
                        new Reference(row.getString(1)),
                        row.getInt(2),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4),
                        new Reference(row.getString(5)),
                        row.getInt(6),
                        row.getTimestamp(7).toInstant()))
                .list();
    }
}
