package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.AuditChain;
import org.stepbridge.casework.AuditChain.Verification;
import org.stepbridge.casework.Home;
import org.stepbridge.testing.TestDatabase;

/** The audit held against its seals after somebody with all rights has edited the database. */
class AuditChainIT {
    private final DataSource source = TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create(source);

    @TempDir
    private Path home;

    private AuditChain chain;

    @BeforeEach
    void tenSealedEntriesInTwoBlocksAndOneNewOne() {
        chain = chain(home);
        entries(6);
        assertThat(chain.seal()).isEqualTo(6);
        // a number that was given out and never used
        edit("select nextval('audit_id_seq')");
        entries(4);
        assertThat(chain.seal()).isEqualTo(4);
        entries(1);
    }

    @Test
    void an_audit_that_nobody_touched_is_whole() {
        assertThat(chain.verify()).isEqualTo(new Verification(10, 1, ""));
        assertThat(chain.seal()).isEqualTo(1);
        assertThat(chain.seal()).isZero();
        assertThat(chain.verify()).isEqualTo(new Verification(11, 0, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update audit set detail = 'other' where id = 3               | Entry 3 was changed.
            update audit set at = at + interval '1 microsecond' where id = 3 | Entry 3 was changed.
            update audit set actor = 'somebody' where id = 10            | Entry 10 was changed.
            update audit set reference = action, action = reference where id = 3 | Entry 3 was changed.
            delete from audit where id = 6                               | Entry 6 was removed.
            delete from audit where id = 1                               | Entry 1 was removed.
            delete from audit where id = 11                              | Entry 11 was removed.
            insert into audit overriding system value select 7, at, authority, actor, action, reference, detail from audit where id = 6 | Entry 7 was put in after its place had been sealed.
            insert into audit overriding system value select -1, at, authority, actor, action, reference, detail from audit where id = 6 | Entry -1 was put in after its place had been sealed.
            update audit a set at = b.at, reference = b.reference from audit b where (a.id, b.id) in ((2, 4), (4, 2)) | Entry 2 was changed.
            delete from audit_block where block = 1                      | Block 1 of the seals was changed, removed or put in.
            update audit_block set upto = upto + 1 where block = 1       | Block 1 of the seals was changed, removed or put in.
            update audit_block set hash = sha256(hash) where block = 2   | Block 2 of the seals was changed, removed or put in.
            delete from audit_block where block = 2                      | Block 2 of the seals, the last that this machine made, is not there as it was made.
            delete from audit_block; delete from audit                   | Block 2 of the seals, the last that this machine made, is not there as it was made.
            """)
    void whatever_was_done_to_it_shows(String done, String found) {
        edit(done);

        assertThat(chain.verify().broken()).isEqualTo(found);
    }

    @Test
    void a_chain_made_anew_after_a_change_is_not_the_one_that_this_machine_noted() {
        edit("delete from audit where id = 3; delete from audit_block");
        assertThat(chain(home.resolve("another")).seal()).isPositive();

        assertThat(chain.verify().broken())
                .isEqualTo("Block 2 of the seals, the last that this machine made, is not there as it was made.");
    }

    @Test
    void nothing_is_sealed_over_the_head_of_a_transaction_that_may_still_add_an_entry_before() throws SQLException {
        try (Connection slow = source.getConnection();
                Statement sql = slow.createStatement()) {
            slow.setAutoCommit(false);
            sql.execute("insert into audit (at, authority, actor, action, reference, detail)"
                    + " values (now(), 'shire', 'stepbridge', 'slow', '', '')");
            entries(3);

            assertThat(chain.seal()).isZero();
            entries(1);
            assertThat(chain.seal()).isZero();
            slow.commit();
        }
        assertThat(chain.seal()).as("up to where it was looked").isEqualTo(5);
        assertThat(chain.seal()).isEqualTo(1);
        assertThat(chain.verify()).isEqualTo(new Verification(16, 0, ""));
    }

    @Test
    void another_node_goes_on_with_the_same_chain() throws Exception {
        Path second = Files.createDirectory(home.resolve("second"));
        assertThat(chain(second).seal()).isEqualTo(1);
        entries(2);
        assertThat(chain.seal()).isEqualTo(2);

        assertThat(chain.verify()).isEqualTo(new Verification(13, 0, ""));
        assertThat(chain(second).verify()).isEqualTo(new Verification(13, 0, ""));
    }

    private AuditChain chain(Path folder) {
        return new JdbcAuditChain(
                jdbc,
                new TransactionTemplate(new JdbcTransactionManager(source)),
                new AuditHead(new Home(folder)),
                Clock.systemUTC());
    }

    private void entries(int count) {
        jdbc.sql("""
                        insert into audit (at, authority, actor, action, reference, detail)
                        select clock_timestamp(), 'shire', 'stepbridge', 'decided', 'SHI-' || n, 'a: b' from generate_series(1, ?) n""").param(count).update();
    }

    /** What only somebody with all rights to the database can do. */
    private void edit(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
            statement.execute("set session_replication_role = origin");
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
