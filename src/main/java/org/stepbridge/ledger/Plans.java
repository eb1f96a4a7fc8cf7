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
}
