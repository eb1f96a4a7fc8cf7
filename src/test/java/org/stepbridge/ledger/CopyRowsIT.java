package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepbridge.testing.TestDatabase;

/** Rows on their way into a real table: whatever happens, all or none arrive, and the connection can go on. */
class CopyRowsIT {
    private static final int MANY = 5000;

    private Connection connection;

    @BeforeEach
    void table() throws SQLException {
        connection = TestDatabase.migrated().getConnection();
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            sql.execute("create temp table copied (id int primary key, said text)");
        }
        connection.commit();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void rows_that_leave_as_they_are_added_arrive_as_they_were() throws SQLException {
        String said = "a\tb\\N\r\nc\\.\u20ac'";
        try (CopyRows rows = new CopyRows("copied (id, said)").sendNow(connection)) {
            for (int i = 0; i < MANY; i++) {
                rows.add(i).add(i == 0 ? null : said + i).end();
            }
            rows.send(connection);
        }

        assertThat(value("select count(*) from copied")).isEqualTo(String.valueOf(MANY));
        assertThat(value("select said from copied where id = 0")).isNull();
        assertThat(value("select said from copied where id = 4999")).isEqualTo(said + 4999);
    }

    @Test
    void what_no_text_in_PostgreSQL_holds_is_shown_as_missing() throws SQLException {
        CopyRows rows = new CopyRows("copied (id, said)");
        rows.add(1).add("a\0b\u00e9\ud83d\ude00\u0001").end();
        rows.send(connection);

        assertThat(value("select said from copied")).isEqualTo("a\ufffdb\u00e9\ud83d\ude00\u0001");
    }

    @Test
    void a_value_of_each_type_arrives_as_PostgreSQL_itself_would_have_read_it() throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(
                    "create temp table typed (a bytea, b bigint, c boolean, d timestamptz, e date, f uuid, g text[], h text[])");
        }
        UUID id = UUID.fromString("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9");
        CopyRows rows = new CopyRows("typed");
        rows.add(new byte[] {0, 92, -1})
                .add(Long.MAX_VALUE)
                .add(true)
                .add(Instant.parse("2026-10-25T01:30:00.1234567Z"));
        rows.add(LocalDate.of(1, 2, 3))
                .add(id)
                .add(List.of("a \"b\",{}", "\u20ac"))
                .add(List.of())
                .end();
        rows.add(new byte[0]).add(-1L).add(false).add(Instant.parse("1899-12-31T23:59:59.9999996Z"));
        rows.add(LocalDate.of(9999, 12, 31))
                .add(id)
                .add(List.of(""))
                .add(List.of())
                .end();
        rows.send(connection);

        assertThat(value("""
                        select count(*) from typed
                        where (a = '\\x005cff' and b = 9223372036854775807 and c and d = '2026-10-25T01:30:00.1234567Z'
                               and e = '0001-02-03' and g = array['a "b",{}', '\u20ac'] and h = '{}')
                           or (a = '' and b = -1 and not c and d = '1899-12-31T23:59:59.9999996Z' and e = '9999-12-31'
                               and g = array[''] and h = '{}')""")).isEqualTo("2");
        assertThat(value("select count(*) from typed where f = '0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9'"))
                .isEqualTo("2");
    }

    @Test
    void a_value_that_is_not_of_its_columns_type_is_refused() throws SQLException {
        CopyRows rows = new CopyRows("copied (id, said)");
        rows.add(1L).add("one").end();

        assertThatThrownBy(() -> rows.send(connection)).isInstanceOf(SQLException.class);
    }

    @Test
    void rows_given_up_on_the_way_leave_nothing_and_the_connection_usable() throws SQLException {
        try (CopyRows rows = new CopyRows("copied (id, said)").sendNow(connection)) {
            for (int i = 0; i < MANY; i++) {
                rows.add(i).add("x".repeat(100)).end();
            }
        }
        connection.rollback();

        assertThat(value("select count(*) from copied")).isEqualTo("0");
    }

    @Test
    void a_row_that_the_table_refuses_refuses_them_all() throws SQLException {
        CopyRows rows = new CopyRows("copied (id, said)").sendNow(connection);
        rows.add(1).add("one").end();
        rows.add(1).add("one again").end();

        assertThatThrownBy(() -> rows.send(connection)).isInstanceOf(SQLException.class);
        connection.rollback();
        assertThat(value("select count(*) from copied")).isEqualTo("0");
    }

    private String value(String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
