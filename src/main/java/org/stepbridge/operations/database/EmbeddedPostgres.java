package org.stepbridge.operations.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepbridge.operations.home.FolderLock;
import org.stepbridge.operations.settings.StartRefused;

/**
 * PostgreSQL under {@code <home>/postgres}, on loopback, with fsync on. The server outlives a killed JVM; the next
 * start, which gets the lock that the dead one held, stops it and starts its own.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    static final String ADMIN = "postgres";
    private static final String OWNER = "stepbridge";
    private static final String DATABASE = "stepbridge";
    private static final int START_ATTEMPTS = 5;
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final FolderLock lock;
    private final Cluster cluster;
    private final int port;
    private final String password;

    private EmbeddedPostgres(FolderLock lock, Cluster cluster, int port, String password) {
        this.lock = lock;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server, making its folder the first time.
     *
     * @throws StartRefused when another process uses the home folder, or the server
     *     cannot run here
     */
    public static EmbeddedPostgres start(Path home) {
        return start(home, home.resolve("postgres-server"));
    }

    /** With the server's programs in a folder of their own, which several homes may share. */
    static EmbeddedPostgres start(Path home, Path programs) {
        FolderLock lock = FolderLock.take(home, "postgres");
        boolean started = false;
        try {
            Cluster cluster = new Cluster(home, PostgresCommands.of(PostgresBinaries.unpackInto(programs)));
            cluster.makeIfAbsent();
            cluster.stopOrphan();
            int port = startOnFreePort(cluster);
            EmbeddedPostgres server = new EmbeddedPostgres(lock, cluster, port, cluster.password());
            server.makeDatabaseIfAbsent();
            log.info("Embedded PostgreSQL keeps {} and listens on loopback port {}.", home.resolve("postgres"), port);
            started = true;
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL cannot use " + home, e);
        } finally {
            // A server that did start is now an orphan: the next start stops it.
            if (!started) {
                lock.close();
            }
        }
    }

    /** For the driver. */
    public String url() {
        return url(DATABASE);
    }

    /** The database's owner, who is no superuser: SQL slipped in by a request could not run programs. */
    public String username() {
        return OWNER;
    }

    /** Made at the first start, kept in the database folder. */
    public String password() {
        return password;
    }

    /** Stops the server after its last checkpoint and gives the home folder back. */
    @Override
    public void close() {
        try {
            cluster.stop();
        } finally {
            lock.close();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?ApplicationName=stepbridge";
    }

    private void makeDatabaseIfAbsent() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), ADMIN, password);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + OWNER + "'")) {
                statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + password + "'");
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL does not let its own program in", e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /**
     * Tries again for a while: another program may take the port first, and the children of a killed server need a
     * moment to notice.
     */
    private static int startOnFreePort(Cluster cluster) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                cluster.start(port);
                return port;
            } catch (StartRefused e) {
                if (attempt == START_ATTEMPTS) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the embedded PostgreSQL starts", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
