package org.stepbridge.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A real PostgreSQL for tests: the server of {@code TEST_PG_URL} (a JDBC URL of a user who may create databases) or an
 * embedded one that all tests of a run share. Every call gives a fresh database.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable String server;

    private TestDatabase() {}

    /** An empty database with the program's tables. */
    public static DataSource migrated() {
        DataSource source = new DriverManagerDataSource(url());
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    /** The JDBC URL of a new, empty database. */
    public static synchronized String url() {
        try {
            if (server == null) {
                String outside = System.getenv("TEST_PG_URL");
                server = outside != null
                        ? outside
                        : EmbeddedPostgres.builder()
                                .setServerConfig("max_connections", "200")
                                .start()
                                .getJdbcUrl("postgres", "postgres");
            }
            String name = "t" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
            try (Connection connection = DriverManager.getConnection(server);
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.replaceFirst("/[^/?]+\\?", "/" + name + "?");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the tests", e);
        }
    }
}
