package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.AuditChain;

/** The audit's seals on PostgreSQL. */
@Component
class JdbcAuditChain implements AuditChain {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcAuditChain.class);
    private static final int ENTRIES_A_BLOCK = 5000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditHead head;
    private final Clock clock;
    private @Nullable Horizon horizon;

    /**
     * A number, and who could still make an entry with it or one before it.
     *
     * @param upto numbers up to this one had been given out
     * @param writers the transactions that were writing to the audit just after that was read
     */
    private record Horizon(long upto, Set<String> writers) {}

    JdbcAuditChain(JdbcClient jdbc, TransactionTemplate transaction, AuditHead head, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.head = head;
        this.clock = clock;
    }

    @Override
    public synchronized int seal() {
        if (horizon == null) {
            horizon = horizon();
        }
        Set<String> writing = writers();
        if (horizon.writers().stream().anyMatch(writing::contains)) {
            return 0;
        }
        long upto = horizon.upto();
        horizon = null;
        int sealed = 0;
        for (int some = sealBlock(upto); some > 0; some = sealBlock(upto)) {
            sealed += some;
        }
        return sealed;
    }

    /**
     * Who writes an entry holds a lock on the table from before its number is given out until it commits: once those that
     * hold one now are done, all the numbers given out until now have their entries, or never will.
     */
    private Horizon horizon() {
        Long last = jdbc.sql("select case when is_called then last_value else 0 end from audit_id_seq")
                .query(Long.class)
                .single();
        return new Horizon(last, writers());
    }

    private Set<String> writers() {
        return Set.copyOf(jdbc.sql("""
                        select virtualtransaction from pg_locks
                        where locktype = 'relation' and relation = 'audit'::regclass and mode = 'RowExclusiveLock'
                          and database = (select oid from pg_database where datname = current_database())""").query(String.class).list());
    }

    /** Seals some entries up to this number and gives how many. */
    private int sealBlock(long upto) {
        Optional<AuditBlock> block = Objects.requireNonNull(transaction.execute(status -> next(upto)));
        block.ifPresent(made -> {
            head.write(made);
            LOG.info("audit sealed up to entry {} with block {}", made.upto(), made.block());
        });
        return block.map(made -> new SealedEntries(made.entries()).count()).orElse(0);
    }

    private Optional<AuditBlock> next(long upto) {
        // one node at a time, and the others need not wait
        if (!jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit_block'), 0)")
                .query(Boolean.class)
                .single()) {
            return Optional.empty();
        }
        AuditBlock before = last();
        List<AuditEntry> entries = jdbc.sql("select * from audit where id > ? and id <= ? order by id limit ?")
                .params(before.upto(), upto, ENTRIES_A_BLOCK)
                .query((row, number) -> AuditEntry.of(row))
                .list();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        boolean more = entries.size() == ENTRIES_A_BLOCK;
        AuditBlock next = before.next(more ? entries.get(entries.size() - 1).id() : upto, entries);
        insert(next);
        return Optional.of(next);
    }

    private void insert(AuditBlock block) {
        jdbc.sql("""
                        insert into audit_block (block, behind, upto, entries, previous, hash, sealed_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        block.block(),
                        block.behind(),
                        block.upto(),
                        block.entries(),
                        block.previous(),
                        block.hash(),
                        at(clock.instant()))
                .update();
    }

    /** The last block, without its entries: what comes next does not need them, and this is looked at all the time. */
    private AuditBlock last() {
        return jdbc.sql("""
                        select block, behind, upto, ''::bytea as entries, previous, hash
                        from audit_block order by block desc limit 1""").query((row, number) -> block(row)).optional().orElse(AuditBlock.none());
    }

    private static AuditBlock block(ResultSet row) throws SQLException {
        return new AuditBlock(
                row.getLong("block"),
                row.getLong("behind"),
                row.getLong("upto"),
                row.getBytes("entries"),
                row.getBytes("previous"),
                row.getBytes("hash"));
    }

    @Override
    public Verification verify() {
        AuditBlock before = AuditBlock.none();
        long sealed = 0;
        boolean headSeen = head.block().isEmpty();
        for (long number : blocks()) {
            AuditBlock block = jdbc.sql("select * from audit_block where block = ?")
                    .param(number)
                    .query((row, at) -> block(row))
                    .single();
            if (!block.follows(before)) {
                return new Verification(
                        sealed, 0, "Block " + (before.block() + 1) + " of the seals was changed, removed or put in.");
            }
            var sealedEntries = new SealedEntries(block.entries());
            String broken = sealedEntries.broken(jdbc.sql("select * from audit where id > ? and id <= ? order by id")
                    .params(block.behind(), block.upto())
                    .query((row, at) -> AuditEntry.of(row))
                    .list());
            if (!broken.isEmpty()) {
                return new Verification(sealed, 0, broken);
            }
            sealed += sealedEntries.count();
            headSeen |= head.is(block);
            before = block;
        }
        if (!headSeen) {
            return new Verification(
                    sealed,
                    0,
                    "Block " + head.block().orElseThrow()
                            + " of the seals, the last that this machine made, is not there as it was made.");
        }
        Long unsealed = jdbc.sql("select count(*) from audit where id > ?")
                .param(before.upto())
                .query(Long.class)
                .single();
        return new Verification(sealed, unsealed, "");
    }

    private Set<Long> blocks() {
        return new TreeSet<>(
                jdbc.sql("select block from audit_block").query(Long.class).list());
    }
}
