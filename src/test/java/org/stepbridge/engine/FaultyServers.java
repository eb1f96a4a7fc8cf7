package org.stepbridge.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepbridge.bench.BenchBroker;
import org.stepbridge.bench.HubQueue;
import org.stepbridge.dispatch.ScriptedSmtp;
import org.stepbridge.testing.TestDatabase;

/** Real servers outside the program, of which the mail server misbehaves as it is told to. */
final class FaultyServers implements AutoCloseable {
    private final String database = TestDatabase.url();
    private final BenchBroker broker;
    final ScriptedSmtp mail;

    FaultyServers(Path folder) throws Exception {
        broker = new BenchBroker(folder.resolve("broker"));
        mail = new ScriptedSmtp(true);
    }

    /** The program's own properties that move it to these servers; a server that hangs is soon given up on. */
    Map<String, String> settings() {
        Map<String, String> settings = Servers.settings(database, broker, mail.port());
        settings.put("spring.mail.properties.mail.smtp.timeout", "1000");
        settings.put("server.port", "0");
        return settings;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(database));
    }

    /** Takes the messages off the hub's queue. */
    List<String> hubMessages() throws Exception {
        return HubQueue.drain(broker.url());
    }

    /** What is left to take in, to decide or to deliver, a line each. */
    List<String> left() {
        return jdbc().sql(
                        "select 'delivery ' || channel || ' ' || state || ' ' || attempts || ' ' || problem from delivery"
                                + " where state in ('pending', 'sending')"
                                + " union all select 'request ' || state from request"
                                + " where recheck or state = 'waiting-for-evidence'"
                                + " union all select 'file ' || name || ' ' || rows_done from intake_file where state = 'reading'")
                .query(String.class)
                .list();
    }

    /** Whether there is nothing left to do. */
    boolean idle() {
        return left().isEmpty();
    }

    @Override
    public void close() throws IOException {
        mail.close();
        broker.close();
    }
}
