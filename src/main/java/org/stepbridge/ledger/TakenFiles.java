package org.stepbridge.ledger;

import static org.stepbridge.casework.FileArrival.PUSHED;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.FeedTrouble;
import org.stepbridge.casework.FeedTrouble.Kind;
import org.stepbridge.casework.TakenFile;

/** The files that a feed has brought, for judging the next one and for telling people. */
@Component
class TakenFiles {
    /** How far back troubles are looked for. */
    private static final int LATEST = 60;

    /** From how many sound files it is told how far a feed reaches and how large its files are. */
    private static final int SOUND = 20;

    private final JdbcClient jdbc;

    TakenFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest of a feed's files, the latest first, without the one that is being judged and without pushed requests. */
    List<TakenFile> of(String authority, String feed, long exceptId) {
        return jdbc.sql("""
                        select * from intake_file where id in (
                          (select id from intake_file
                           where authority = ? and feed = ? and id <> ? and state <> 'reading' and not starts_with(delivered_by, ?)
                           order by id desc limit ?)
                          union
                          (select id from intake_file
                           where authority = ? and feed = ? and id <> ? and state in ('read', 'done') and trouble = ''
                             and not starts_with(delivered_by, ?)
                           order by extracted_at desc nulls last limit ?))
                        order by id desc""")
                .params(authority, feed, exceptId, PUSHED, LATEST, authority, feed, exceptId, PUSHED, SOUND)
                .query((row, number) -> file(row))
                .list();
    }

    /** When an authority's first file came; null when none has. */
    @Nullable
    Instant first(String authority) {
        return jdbc.sql("select min(opened_at) from intake_file where authority = ?")
                .param(authority)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    static TakenFile file(ResultSet row) throws SQLException {
        Timestamp extracted = row.getTimestamp("extracted_at");
        return new TakenFile(
                row.getString("name"),
                row.getString("content_hash"),
                row.getTimestamp("opened_at").toInstant(),
                extracted == null ? null : extracted.toInstant(),
                row.getLong("rows_done"),
                troubles(row.getString("state"), row.getString("trouble"), row.getString("troubles")));
    }

    /** What is wrong with a file; one that was closed before kinds were kept is taken for broken. */
    private static List<FeedTrouble> troubles(String state, String trouble, String kept) {
        if (trouble.isEmpty()) {
            return List.of();
        }
        if (state.equals("refused")) {
            return List.of(new FeedTrouble(Kind.UNREADABLE, trouble));
        }
        return kept.isEmpty() ? List.of(new FeedTrouble(Kind.BROKEN, trouble)) : Json.troubles(kept);
    }
}
