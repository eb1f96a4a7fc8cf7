package org.stepbridge.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How PostgreSQL plans the statements of a transaction. */
final class Plans {
    private Plans() {}

    /**
     * Looks everything up by index until the transaction ends. All the ledger's statements name a few hundred rows of
     * tables that may hold millions; right after a large export has been taken in there are no statistics yet, and the
     * planner would read such tables whole for each batch. Such plans look dear to PostgreSQL, so it would compile each of
     * them first, or start processes that help: both cost more than they save.
     */
    static void byIndex(JdbcClient jdbc) {
        jdbc.sql("""
                        select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
                               set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
                               set_config('max_parallel_workers_per_gather', '0', true)""").query(row -> {});
    }

    /**
     * Lets the transaction commit before its rows are on the disk. Only for rows that are read again from a file that is
     * still there: any later commit that waits, such as that of a decision or of the file's end, brings them to the disk
     * first, and after a crash in between the file's progress is as far back as its rows.
     */
    static void withoutWaiting(JdbcClient jdbc) {
        jdbc.sql("select set_config('synchronous_commit', 'off', true)").query(row -> {});
    }
}
