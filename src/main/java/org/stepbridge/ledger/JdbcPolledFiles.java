package org.stepbridge.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.PolledFiles;
import org.stepbridge.casework.PolledView;
import org.stepbridge.model.Authority;

/** Reads the entries of files that polls of views were kept in. */
@Component
class JdbcPolledFiles implements PolledFiles {
    private final JdbcClient jdbc;

    JdbcPolledFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable Instant reached(Authority authority, String feed) {
        return jdbc.sql("""
                        select extracted_at from intake_file
                        where authority = ? and feed = ? and state in ('read', 'done') and trouble = ''
                          and name like ? and extracted_at is not null
                        order by extracted_at desc limit 1""")
                .params(authority.name(), feed, "%" + PolledView.ENDING)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    @Override
    public boolean holds(Authority authority, String feed, String name, String contentHash) {
        return jdbc.sql("""
                        select exists (select 1 from intake_file
                            where authority = ? and feed = ? and name = ? and content_hash = ? and state in ('read', 'done'))""")
                .params(authority.name(), feed, name, contentHash)
                .query(Boolean.class)
                .single();
    }
}
