package org.stepbridge.bench;

import java.nio.file.Path;

/** The floor, on the given servers and, for those that are not given, on ones started for it beforehand. */
final class FloorContender implements Contender {
    private final BenchSettings settings;

    FloorContender(BenchSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public Outcome run(Path home) throws Exception {
        ServerAddresses outside = new OutsideServers(settings.servers()).empty();
        if (outside.complete()) {
            return run(home, outside);
        }
        try (StartedServers own = new StartedServers(home.resolve("servers"))) {
            return run(home, outside.or(own.addresses()));
        }
    }

    private Outcome run(Path home, ServerAddresses servers) throws Exception {
        Path outbox = home.resolve("outbox");
        ProcessBuilder command = new ProcessBuilder(Jvm.command(
                        "-Xmx2g",
                        Floor.class,
                        "--in",
                        settings.exports().toString(),
                        "--out",
                        outbox.toString(),
                        "--db",
                        servers.required(ServerAddresses.Key.DB),
                        "--user",
                        servers.required(ServerAddresses.Key.USER),
                        "--password",
                        servers.required(ServerAddresses.Key.PASSWORD),
                        "--broker",
                        servers.required(ServerAddresses.Key.BROKER),
                        "--smtp",
                        servers.required(ServerAddresses.Key.SMTP)))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("floor.log").toFile());
        Measurement took = Measurement.of(command, servers.localPorts(), "no servers of its own", settings.limit());
        return new Outcome(
                took,
                Delivered.from(
                        outbox,
                        HubQueue.drain(servers.required(ServerAddresses.Key.BROKER)),
                        MailDump.stepUpIds(servers.mailFolder())));
    }
}
