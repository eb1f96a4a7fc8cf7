package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.MergeRow;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.Merge;
import org.stepbridge.model.Merges;
import org.stepbridge.model.PersonId;

/** The merges of persons' records; called inside the ledger's transactions. */
@Component
class MergedPersons {
    private static final String LCS = "LCS";
    private static final String EHM = "EHM";

    private final JdbcClient jdbc;

    MergedPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps this authority's merges as they are until the transaction ends. To be called before anything else is locked:
     * otherwise a request that is being decided and a merge that arrives could each miss the other.
     */
    void hold(Authority authority) {
        lock("pg_advisory_xact_lock_shared", authority);
    }

    /** Waits until nobody rests on this authority's merges, so that they may change. */
    void holdAlone(Authority authority) {
        lock("pg_advisory_xact_lock", authority);
    }

    private void lock(String function, Authority authority) {
        jdbc.sql("select " + function + "(hashtext('person_merge'), hashtext(?))")
                .param(authority.name())
                .query(row -> {});
    }

    /** Whether this authority has any merges; most lookups end here. */
    boolean any(Authority authority) {
        return jdbc.sql("select exists (select 1 from person_merge where authority = ?)")
                .param(authority.name())
                .query(Boolean.class)
                .single();
    }

    /** Every merge that is linked, over however many others, with a record that one of these children is named by. */
    Merges of(Authority authority, Collection<Child> children) {
        Ids ids = new Ids();
        for (Child child : children) {
            ids.add(child.lcs());
            ids.add(child.ehm());
        }
        return ids.isEmpty()
                ? Merges.NONE
                : Merges.of(jdbc.sql("""
                        with recursive kin (system, id) as (
                            select * from unnest(?::text[], ?::text[])
                            union
                            select m.system, case when m.person_id = k.id then m.into_id else m.person_id end
                            from kin k join person_merge m
                                on m.authority = ? and m.system = k.system and (m.person_id = k.id or m.into_id = k.id)
                            where m.into_id is not null)
                        select m.* from kin k
                        join person_merge m on m.authority = ? and m.system = k.system and m.person_id = k.id""")
                        .params(ids.systems(), ids.values(), authority.name(), authority.name())
                        .query((row, number) -> merge(row))
                        .list());
    }

    /**
     * What a batch of merges has changed.
     *
     * @param fresh the rows that say something new
     * @param touched the records that they name, and those that their merged records were thought to be part of
     */
    record Stored(List<MergeRow> fresh, Set<PersonId> touched) {}

    /** Keeps what these rows say, in their order; of each merged record the last word stands. */
    Stored store(Authority authority, List<MergeRow> rows, long fileId, Instant now) {
        Map<PersonId, Merge> known = known(authority, rows);
        Map<PersonId, Merge> changed = new LinkedHashMap<>();
        List<MergeRow> fresh = new ArrayList<>();
        Set<PersonId> touched = new LinkedHashSet<>();
        for (MergeRow row : rows) {
            boolean news = false;
            for (Merge merge : row.merges()) {
                Merge before = known.put(merge.merged(), merge);
                if (!merge.equals(before)) {
                    news = true;
                    changed.put(merge.merged(), merge);
                    touch(touched, merge);
                    touch(touched, before);
                }
            }
            if (news) {
                fresh.add(row);
            }
        }
        if (!changed.isEmpty()) {
            write(authority, List.copyOf(changed.values()), fileId, now);
        }
        return new Stored(fresh, touched);
    }

    private static void touch(Set<PersonId> touched, @Nullable Merge merge) {
        if (merge != null) {
            PersonId into = merge.into();
            touched.add(merge.merged());
            if (into != null) {
                touched.add(into);
            }
        }
    }

    private Map<PersonId, Merge> known(Authority authority, List<MergeRow> rows) {
        Ids ids = new Ids();
        rows.forEach(row -> row.merges().forEach(merge -> ids.add(merge.merged())));
        Map<PersonId, Merge> known = new HashMap<>();
        jdbc.sql("""
                        select m.* from unnest(?::text[], ?::text[]) as asked (system, id)
                        join person_merge m on m.authority = ? and m.system = asked.system and m.person_id = asked.id""").params(ids.systems(), ids.values(), authority.name()).query(row -> {
            Merge merge = merge(row);
            known.put(merge.merged(), merge);
        });
        return known;
    }

    private void write(Authority authority, List<Merge> merges, long fileId, Instant now) {
        Ids ids = new Ids();
        merges.forEach(merge -> ids.add(merge.merged()));
        jdbc.sql("""
                        insert into person_merge (authority, system, person_id, merged_on, into_id, file_id, received_at)
                        select ?, m.*, ?, ? from unnest(?::text[], ?::text[], ?::date[], ?::text[]) as m
                        on conflict (authority, system, person_id) do update
                        set merged_on = excluded.merged_on, into_id = excluded.into_id, file_id = excluded.file_id,
                            received_at = excluded.received_at""")
                .params(
                        authority.name(),
                        fileId,
                        at(now),
                        ids.systems(),
                        ids.values(),
                        merges.stream().map(merge -> merge.on().toString()).toArray(String[]::new),
                        merges.stream().map(merge -> Columns.id(merge.into())).toArray(String[]::new))
                .update();
    }

    private static Merge merge(ResultSet row) throws SQLException {
        boolean lcs = row.getString("system").equals(LCS);
        String merged = row.getString("person_id");
        String into = row.getString("into_id");
        LocalDate on = row.getObject("merged_on", LocalDate.class);
        return new Merge(id(lcs, merged), on, into == null ? null : id(lcs, into));
    }

    private static PersonId id(boolean lcs, String value) {
        return lcs ? new LcsId(value) : new EhmId(value);
    }

    /** Numbers of records as PostgreSQL takes them. */
    private static final class Ids {
        private final List<String> systems = new ArrayList<>();
        private final List<String> values = new ArrayList<>();

        void add(@Nullable PersonId id) {
            if (id != null) {
                systems.add(id instanceof LcsId ? LCS : EHM);
                values.add(id.value());
            }
        }

        boolean isEmpty() {
            return values.isEmpty();
        }

        String[] systems() {
            return systems.toArray(String[]::new);
        }

        String[] values() {
            return values.toArray(String[]::new);
        }
    }
}
