package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FeedRules;
import org.stepbridge.casework.FeedTrouble;
import org.stepbridge.casework.FileArrival;
import org.stepbridge.casework.FileEnd;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.LostRaceException;
import org.stepbridge.casework.TakenFile;
import org.stepbridge.casework.UnmovedFile;
import org.stepbridge.model.Authority;

/** The entries of export files and the watermarks; called inside the ledger's transactions. */
@Component
class Files {
    private final JdbcClient jdbc;
    private final TakenFiles taken;
    private final Clock clock;

    Files(JdbcClient jdbc, TakenFiles taken, Clock clock) {
        this.jdbc = jdbc;
        this.taken = taken;
        this.clock = clock;
    }

    /** @param kind what its rows are: requests or notes */
    FileProgress open(FileArrival arrival, String kind) {
        insert(arrival, kind, "reading", Findings.NONE, "");
        return jdbc.sql("""
                        select * from intake_file
                        where authority = ? and feed = ? and name = ? and content_hash = ? and state in ('reading', 'read')""")
                .params(arrival.authority().name(), arrival.feed(), arrival.name(), arrival.contentHash())
                .query((row, number) -> progress(row))
                .single();
    }

    void refused(FileArrival arrival, String kind, Findings findings, String reason) {
        insert(arrival, kind, "refused", findings, reason);
    }

    private void insert(FileArrival arrival, String kind, String state, Findings findings, String trouble) {
        jdbc.sql("""
                        insert into intake_file (authority, feed, kind, name, content_hash, bytes, delivered_by, extracted_at, opened_at, state, findings, trouble)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (authority, feed, name, content_hash) where state in ('reading', 'read') do nothing""")
                .param(arrival.authority().name())
                .param(arrival.feed())
                .param(kind)
                .param(arrival.name())
                .param(arrival.contentHash())
                .param(arrival.bytes())
                .param(arrival.deliveredBy())
                .param(arrival.extractedAt() == null ? null : at(arrival.extractedAt()))
                .param(at(clock.instant()))
                .param(state)
                .param(Json.write(findings))
                .param(trouble)
                .update();
    }

    /**
     * Counts rows that are done. A file whose entry is not where the batch starts is being read by somebody else: then
     * nothing of the batch may commit.
     */
    FileProgress advance(long fileId, long rowsDone, int accepted, int repeated, int rejected) {
        return jdbc.sql("""
                        update intake_file
                        set rows_done = ?, accepted = accepted + ?, repeated = repeated + ?, rejected = rejected + ?
                        where id = ? and state = 'reading' and rows_done = ?
                        returning *""")
                .params(rowsDone, accepted, repeated, rejected, fileId, rowsDone - accepted - repeated - rejected)
                .query((row, number) -> progress(row))
                .optional()
                .orElseThrow(() -> new LostRaceException("file entry " + fileId + " is not at row "
                        + (rowsDone - accepted - repeated - rejected)
                        + ": it is being read elsewhere; this reading stops and changes nothing"));
    }

    /** @param notes the feeds that bring an authority's notes: they are complete as far as all of them reach */
    List<FeedTrouble> close(long fileId, FileEnd end, Function<String, List<Feed>> notes) {
        Optional<Entry> entry = entry(fileId);
        if (entry.isEmpty()) {
            return List.of();
        }
        String authority = entry.get().authority();
        // two files of an authority are never judged at once, or neither would see the other
        jdbc.sql("select pg_advisory_xact_lock(hashtext('intake_file'), hashtext(?))")
                .param(authority)
                .query(row -> {});
        List<TakenFile> before = taken.of(authority, end.feed().id(), fileId);
        TakenFile file = entry.get().file(end.troubles());
        List<FeedTrouble> troubles = FeedRules.troubles(end.feed(), file, before, clock.instant());
        jdbc.sql("""
                        update intake_file set state = 'read', closed_at = ?, findings = ?, trouble = ?, troubles = ?
                        where id = ?""")
                .params(
                        at(clock.instant()),
                        Json.write(end.findings()),
                        FeedTrouble.sentence(troubles),
                        Json.write(troubles),
                        fileId)
                .update();
        if (end.feed().kind() == Feed.Kind.NOTES && troubles.isEmpty()) {
            List<TakenFile> all = new ArrayList<>(before);
            all.add(0, file);
            Instant reached = FeedRules.reached(end.feed(), all);
            for (Feed other : notes.apply(authority)) {
                if (!other.id().equals(end.feed().id())) {
                    reached = earlier(reached, FeedRules.reached(other, taken.of(authority, other.id(), fileId)));
                }
            }
            move(authority, fileId, reached);
        }
        return troubles;
    }

    /** The earlier of two times; null, which is never, is earlier than all. */
    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other == null ? null : one.isBefore(other) ? one : other;
    }

    private void move(String authority, long fileId, @Nullable Instant reached) {
        if (reached != null) {
            jdbc.sql("""
                            insert into watermark (authority, reached, file_id) values (?, ?, ?)
                            on conflict (authority) do update set reached = excluded.reached, file_id = excluded.file_id
                            where watermark.reached < excluded.reached""").params(authority, at(reached), fileId).update();
        }
    }

    private Optional<Entry> entry(long fileId) {
        return jdbc.sql("select * from intake_file where id = ? and state = 'reading' for update")
                .param(fileId)
                .query((row, number) -> new Entry(row.getString("authority"), TakenFiles.file(row)))
                .optional();
    }

    /** A file that is being read. */
    private record Entry(String authority, TakenFile read) {
        TakenFile file(List<FeedTrouble> troubles) {
            return new TakenFile(
                    read.name(), read.contentHash(), read.openedAt(), read.extractedAt(), read.rows(), troubles);
        }
    }

    void forget(long fileId) {
        jdbc.sql("delete from intake_file where id = ? and state = 'reading' and rows_done = 0")
                .param(fileId)
                .update();
    }

    void moved(long fileId) {
        jdbc.sql("update intake_file set state = 'done' where id = ? and state = 'read'")
                .param(fileId)
                .update();
    }

    List<UnmovedFile> unmoved(Authority authority, String feed) {
        return jdbc.sql(
                        "select id, name from intake_file where authority = ? and feed = ? and state = 'read' order by id")
                .params(authority.name(), feed)
                .query((row, number) -> new UnmovedFile(row.getLong("id"), row.getString("name")))
                .list();
    }

    @Nullable
    Instant watermark(String authority) {
        return jdbc.sql("select reached from watermark where authority = ?")
                .param(authority)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /** The feed and name of a file, for people. */
    FileName name(long fileId) {
        return jdbc.sql("select feed, name from intake_file where id = ?")
                .param(fileId)
                .query((row, number) -> new FileName(row.getString(1), row.getString(2)))
                .single();
    }

    record FileName(String feed, String name) {}

    private static FileProgress progress(ResultSet row) throws SQLException {
        return new FileProgress(
                row.getLong("id"),
                row.getLong("rows_done"),
                row.getLong("accepted"),
                row.getLong("repeated"),
                row.getLong("rejected"),
                row.getString("state").equals("read"));
    }
}
