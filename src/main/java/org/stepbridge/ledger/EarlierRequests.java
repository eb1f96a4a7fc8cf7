package org.stepbridge.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Course;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.Details;
import org.stepbridge.model.Merges;
import org.stepbridge.model.Request;

/**
 * Fills fields of requests from earlier requests about the same child, be it under a merged record, where the protocol asks for it. Nothing is looked up
 * for types of request that ask for nothing, and one query serves a batch.
 */
@Component
class EarlierRequests {
    private final JdbcClient jdbc;
    private final Packs packs;
    private final MergedPersons merged;

    EarlierRequests(JdbcClient jdbc, Packs packs, MergedPersons merged) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.merged = merged;
    }

    /** A child of one of the requests that ask, by one of the numbers that it may have been known by. */
    private record Asked(int place, Request request, Child child) {}

    /** An earlier request that was accepted. */
    private record Earlier(String type, Instant acceptedAt, Request request) {}

    /** These requests, in their order, with what earlier ones tell. */
    List<Request> known(Authority authority, List<Request> all) {
        return known(authority, all, packs.of(authority).course());
    }

    /** The same with what this course asks of earlier ones. */
    List<Request> known(Authority authority, List<Request> all, Course course) {
        List<Integer> asking = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!course.earlier(all.get(i).type()).isEmpty()) {
                asking.add(i);
            }
        }
        if (asking.isEmpty()) {
            return all;
        }
        Map<Integer, List<Earlier>> found = find(authority, all, asking);
        List<Request> known = new ArrayList<>(all);
        for (int i : asking) {
            Request request = all.get(i);
            known.set(i, filled(request, course.earlier(request.type()), found.getOrDefault(i, List.of())));
        }
        return known;
    }

    private static Request filled(Request request, List<Course.EarlierField> rules, List<Earlier> earlier) {
        Map<String, String> fields = new HashMap<>(request.details().fields());
        for (Course.EarlierField rule : rules) {
            if (fields.getOrDefault(rule.field(), "").isEmpty()) {
                earlier.stream()
                        .filter(one -> rule.types().contains(one.type()))
                        .findFirst()
                        .map(one -> value(one, rule.take()))
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> fields.put(rule.field(), text));
            }
        }
        return new Request(
                request.authority(),
                request.source(),
                request.sourceId(),
                request.type(),
                request.child(),
                request.locality(),
                request.requestedAt(),
                new Details(fields));
    }

    private static String value(Earlier earlier, String take) {
        return switch (take) {
            case "acceptedAt" -> earlier.acceptedAt().toString();
            case "locality" -> earlier.request().locality();
            default -> earlier.request().details().text(take);
        };
    }

    private List<Asked> asked(Authority authority, List<Request> all, List<Integer> asking) {
        Merges merges = merged.any(authority)
                ? merged.of(
                        authority, asking.stream().map(i -> all.get(i).child()).toList())
                : Merges.NONE;
        List<Asked> asked = new ArrayList<>();
        for (int i : asking) {
            merges.records(all.get(i).child()).forEach(child -> asked.add(new Asked(i, all.get(i), child)));
        }
        return asked;
    }

    /** The latest first. */
    private Map<Integer, List<Earlier>> find(Authority authority, List<Request> all, List<Integer> asking) {
        Map<Integer, List<Earlier>> found = new HashMap<>();
        List<Asked> asked = asked(authority, all, asking);
        jdbc.sql("""
                        with asked as materialized (
                            select * from unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::text[])
                                as a (n, lcs, ehm, source, source_id))
                        select a.n, r.type, d.decided_at, v.payload
                        from
                        """ + Requests.ACCEPTED_OF_ASKED + """
                        cross join lateral (select decided_at from decision where id = r.decision_id offset 0) d
                        cross join lateral (
                            select payload from request_version v
                            where v.request_id = r.id and v.version = r.version offset 0) v
                        where (r.source, r.source_id) <> (a.source, a.source_id)
                        order by a.n, d.decided_at desc, r.id desc""")
                .params(
                        asked.stream().map(Asked::place).toArray(Integer[]::new),
                        texts(asked, one -> Columns.id(one.child().lcs())),
                        texts(asked, one -> Columns.id(one.child().ehm())),
                        texts(asked, one -> one.request().source().name()),
                        texts(asked, one -> one.request().sourceId()),
                        authority.name())
                .query(row -> {
                    found.computeIfAbsent(row.getInt("n"), n -> new ArrayList<>())
                            .add(new Earlier(
                                    row.getString("type"),
                                    row.getObject("decided_at", OffsetDateTime.class)
                                            .toInstant(),
                                    Json.payload(row.getString("payload")).request()));
                });
        return found;
    }

    private static @Nullable String[] texts(List<Asked> asked, Function<Asked, @Nullable String> text) {
        return asked.stream().map(text).toArray(String[]::new);
    }
}
