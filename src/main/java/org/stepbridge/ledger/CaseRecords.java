package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Course;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Sha256;
import org.stepbridge.model.Authority;
import org.stepbridge.model.CaseRecord;
import org.stepbridge.model.SourceSystem;

/** Records of supervisions, visits and the like, and the clocks that they meet; called inside the ledger's transactions. */
@Component
class CaseRecords {
    private static final String BY = "stepbridge";

    private final JdbcClient jdbc;
    private final Packs packs;
    private final Clocks clocks;

    CaseRecords(JdbcClient jdbc, Packs packs, Clocks clocks) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.clocks = clocks;
    }

    /** Keeps these and gives those that are new or changed. */
    List<CaseRecord> store(Authority authority, List<CaseRecord> all, long fileId, Instant now) {
        Set<String> fresh = new HashSet<>(jdbc.sql("""
                        insert into case_record (authority, system, record_id, type, happened_at, lcs_id, ehm_id, content_hash,
                                                 file_id, received_at)
                        select ?, system, record_id, type, happened_at, lcs_id, ehm_id, decode(hash, 'hex'), ?, ?
                        from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[])
                            as r (system, record_id, type, happened_at, lcs_id, ehm_id, hash)
                        on conflict (authority, system, record_id) do update
                        set type = excluded.type, happened_at = excluded.happened_at, lcs_id = excluded.lcs_id,
                            ehm_id = excluded.ehm_id, content_hash = excluded.content_hash, file_id = excluded.file_id,
                            received_at = excluded.received_at
                        where case_record.content_hash <> excluded.content_hash
                        returning system || ' ' || record_id""")
                .params(
                        authority.name(),
                        fileId,
                        at(now),
                        texts(all, record -> record.system().name()),
                        texts(all, CaseRecord::recordId),
                        texts(all, CaseRecord::type),
                        texts(all, record -> record.at().toString()),
                        texts(all, record -> Columns.id(record.child().lcs())),
                        texts(all, record -> Columns.id(record.child().ehm())),
                        texts(all, CaseRecords::hash))
                .query(String.class)
                .list());
        return all.stream()
                .filter(record -> fresh.contains(record.system() + " " + record.recordId()))
                .toList();
    }

    /** Meets, half meets and counts afresh the clocks that wait for these, in the order in which they were done. */
    void apply(Authority authority, List<CaseRecord> fresh, Instant now) {
        Set<String> types = packs.of(authority).course().recordTypes();
        List<CaseRecord> left = fresh.stream()
                .filter(record -> types.contains(record.type()))
                .sorted(Comparator.comparing(CaseRecord::at))
                .toList();
        ZoneId zone = packs.of(authority).zone();
        while (!left.isEmpty()) {
            Set<String> touched = new HashSet<>();
            Set<CaseRecord> again = new LinkedHashSet<>();
            for (Match match : matches(authority, left)) {
                CaseRecord record = left.get(match.record());
                String place = match.clock().requestId() + " " + match.clock().clock();
                if (touched.contains(place)) {
                    again.add(record); // the clock is another one now: look again
                } else if (apply(match.clock(), record, zone, now)) {
                    touched.add(place);
                    again.addAll(later(authority, match.clock(), record));
                }
            }
            left = again.stream().sorted(Comparator.comparing(CaseRecord::at)).toList();
        }
    }

    /** What is known already of the next time of this clock, such as the record on the first of two systems. */
    private List<CaseRecord> later(Authority authority, RunningClock clock, CaseRecord record) {
        boolean comesAgain = clocks.rule(clock).comesAgain();
        return !comesAgain
                ? List.of()
                : jdbc.sql("""
                        select system, record_id, type, happened_at, lcs_id, ehm_id from case_record
                        where authority = ? and type = ? and happened_at > ? and (lcs_id = ? or ehm_id = ?)""")
                        .param(authority.name())
                        .param(record.type())
                        .param(at(record.at()))
                        .param(Columns.id(record.child().lcs()))
                        .param(Columns.id(record.child().ehm()))
                        .query((row, number) -> record(row))
                        .list();
    }

    private static CaseRecord record(ResultSet row) throws SQLException {
        return new CaseRecord(
                SourceSystem.valueOf(row.getString("system")),
                row.getString("record_id"),
                row.getString("type"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                Columns.numbered(row));
    }

    private boolean apply(RunningClock clock, CaseRecord record, ZoneId zone, Instant now) {
        Course.Clock met = clocks.rule(clock);
        LocalDate day = LocalDate.ofInstant(record.at(), zone);
        LocalDate started = LocalDate.ofInstant(clock.startedAt(), zone);
        // what met a clock does not meet the next time of it, too
        boolean inTime = clock.round() == 1 ? !day.isBefore(started) : day.isAfter(started);
        if (inTime && met.restartedBy().contains(record.type())) {
            clocks.restart(clock, record.at(), BY, now);
            return true;
        }
        if (!inTime || !met.records().contains(record.type()) || record.system() == clock.halfOn()) {
            return false;
        }
        Instant halfAt = clock.halfAt();
        if (met.onBoth() && halfAt == null) {
            clocks.half(clock, record.system().name(), record.at(), BY, now);
        } else {
            Instant whole = halfAt != null && halfAt.isAfter(record.at()) ? halfAt : record.at();
            clocks.meet(clock, whole, BY, record.type() + " recorded on " + record.system(), now);
        }
        return true;
    }

    /** @param record its place in the list that was asked about */
    private record Match(int record, RunningClock clock) {}

    private List<Match> matches(Authority authority, List<CaseRecord> records) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            numbers.add(i);
        }
        return jdbc.sql("""
                        with asked as materialized (
                            select * from unnest(?::integer[], ?::text[], ?::text[]) as a (n, lcs, ehm))
                        select a.n,""" + " " + RunningClock.COLUMNS + " from " + Requests.ACCEPTED_OF_ASKED + """
                        join clock c on c.request_id = r.id and c.met_at is null and c.stopped_at is null
                        join request_version v on v.request_id = r.id and v.version = r.version
                        order by a.n, c.id for update of c""")
                .params(
                        numbers.toArray(Integer[]::new),
                        texts(records, record -> Columns.id(record.child().lcs())),
                        texts(records, record -> Columns.id(record.child().ehm())),
                        authority.name())
                .query((row, number) -> new Match(row.getInt("n"), RunningClock.of(row)))
                .list();
    }

    private static String hash(CaseRecord record) {
        String content = String.join(
                "\u001f",
                record.type(),
                record.at().toString(),
                "" + Columns.id(record.child().lcs()),
                "" + Columns.id(record.child().ehm()));
        return Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] texts(List<CaseRecord> all, Function<CaseRecord, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
