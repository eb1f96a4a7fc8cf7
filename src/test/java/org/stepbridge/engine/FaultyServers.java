package org.stepbridge.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepbridge.bench.BenchBroker;
import org.stepbridge.bench.HubQueue;
import org.stepbridge.dispatch.ScriptedSmtp;
import org.stepbridge.testing.TestDatabase;

/**
 * Real servers outside the program, each behind a proxy that cuts its connections, slows them down or kills the program at a moment; the mail
 * server also misbehaves as it is told to.
 */
final class FaultyServers implements AutoCloseable {
    private final String database;
    private final BenchBroker broker;
    final ScriptedSmtp mail;
    private final Map<KillPoint.Wire, CuttingProxy> wires = new EnumMap<>(KillPoint.Wire.class);

    FaultyServers(Path folder) throws Exception {
        this(folder, TestDatabase.url());
    }

    FaultyServers(Path folder, String database) throws Exception {
        this.database = database;
        broker = new BenchBroker(folder.resolve("broker"));
        mail = new ScriptedSmtp(true);
        wires.put(KillPoint.Wire.DATABASE, new CuttingProxy(port(database)));
        wires.put(KillPoint.Wire.BROKER, new CuttingProxy(port(broker.url())));
        wires.put(KillPoint.Wire.MAIL, new CuttingProxy(mail.port()));
    }

    private static int port(String url) {
        return URI.create(url.replaceFirst("^jdbc:", "")).getPort();
    }

    /** The proxy on this wire. */
    CuttingProxy wire(KillPoint.Wire wire) {
        return Objects.requireNonNull(wires.get(wire));
    }

    /** The proxies on all wires. */
    List<CuttingProxy> wires() {
        return List.copyOf(wires.values());
    }

    /** A trap for each moment of the talk with these servers. */
    List<Trap> traps() {
        return Arrays.stream(KillPoint.values())
                .map(point -> (Trap) new TalkTrap(point, wire(point.wire)))
                .toList();
    }

    private record TalkTrap(KillPoint point, CuttingProxy wire) implements Trap {
        @Override
        public String name() {
            return point.name();
        }

        @Override
        public void set(int time, Process process) {
            wire.killAt(point, time, process);
        }

        @Override
        public void spare() {
            wire.spare();
        }

        /** It dies before it hears anything more. */
        @Override
        public boolean inTime() {
            return true;
        }
    }

    /** The program's own properties that move it to these servers; a server that hangs is soon given up on. */
    Map<String, String> settings() {
        Map<String, String> settings = Servers.settings(
                database.replace(
                        ":" + port(database) + "/",
                        ":" + wire(KillPoint.Wire.DATABASE).port() + "/"),
                "tcp://127.0.0.1:" + wire(KillPoint.Wire.BROKER).port(),
                wire(KillPoint.Wire.MAIL).port());
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
                                + " union all select 'file ' || name || ' ' || rows_done from intake_file where state in ('reading', 'read')")
                .query(String.class)
                .list();
    }

    /** Whether there is nothing left to do. */
    boolean idle() {
        return left().isEmpty();
    }

    @Override
    public void close() throws IOException {
        for (CuttingProxy proxy : wires.values()) {
            proxy.close();
        }
        mail.close();
        broker.close();
    }
}
