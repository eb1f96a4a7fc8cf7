package org.stepbridge.testing;

import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows each table has and what they come to, so that a test can tell that nothing was written. */
public final class TableHashes {
    private TableHashes() {}

    /** Table or sequence to what it holds. */
    public static Map<String, String> of(DataSource source) {
        JdbcClient jdbc = JdbcClient.create(source);
        Map<String, String> hashes = new TreeMap<>();
        jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()
                .forEach(table -> hashes.put(
                        table,
                        jdbc.sql(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                                                + " from \"" + table + "\" t")
                                .query(String.class)
                                .single()));
        jdbc.sql("select sequencename || ' ' || coalesce(last_value, 0) from pg_sequences")
                .query(String.class)
                .list()
                .forEach(sequence -> hashes.put(sequence, ""));
        return hashes;
    }
}
