package org.stepbridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code run --once} of the program as {@code bin/install} lays it out, in a fresh home, on the given servers and its own embedded ones for the rest. */
final class ProgramContender implements Contender {
    static final String AUTHORITY = "rotherham";

    private final BenchSettings settings;

    ProgramContender(BenchSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "program";
    }

    @Override
    public Outcome run(Path home) throws Exception {
        ServerAddresses servers = new OutsideServers(settings.servers()).empty();
        Path inbox = home.resolve("inbox").resolve(AUTHORITY);
        drop("lcs-transfers", inbox.resolve("lcs"));
        drop("ehm-stepups", inbox.resolve("ehm"));
        drop("ehm-notes", inbox.resolve("ehm"));
        Measurement took = Measurement.of(
                command(settings.options(), home, servers), servers.localPorts(), home.toString(), settings.limit());
        return new Outcome(
                took,
                Delivered.from(
                        home.resolve("outbox").resolve(AUTHORITY),
                        hubMessages(home, servers),
                        MailDump.stepUpIds(servers.get(ServerAddresses.Key.MAIL)
                                .map(Path::of)
                                .orElse(home.resolve("mail")))));
    }

    /** One run over what lies in the inbox of this home. */
    static ProcessBuilder command(Path options, Path home, ServerAddresses servers) {
        return command(options, home, servers, "run", "--once");
    }

    /** The program as it serves, its pages on this port of loopback. */
    static ProcessBuilder serve(Path options, Path home, ServerAddresses servers, int port) {
        return command(options, home, servers, "run", "--server.port=" + port);
    }

    private static ProcessBuilder command(Path options, Path home, ServerAddresses servers, String... arguments) {
        List<String> line = new ArrayList<>(List.of(Jvm.java(), "@" + options));
        line.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("program.log").toFile());
        command.environment().put("STEPBRIDGE_HOME", home.toString());
        command.environment().putAll(environment(servers));
        return command;
    }

    private void drop(String feed, Path folder) throws IOException {
        Path export = FloorExport.only(settings.exports(), feed);
        Files.createDirectories(folder);
        Files.copy(export, folder.resolve(export.getFileName()));
    }

    private static Map<String, String> environment(ServerAddresses servers) {
        Map<String, String> environment = new HashMap<>();
        // Some other program may have the usual port.
        environment.put("SERVER_PORT", "0");
        servers.get(ServerAddresses.Key.DB).ifPresent(url -> {
            environment.put("SPRING_DATASOURCE_URL", url);
            environment.put("SPRING_DATASOURCE_USERNAME", servers.required(ServerAddresses.Key.USER));
            environment.put("SPRING_DATASOURCE_PASSWORD", servers.required(ServerAddresses.Key.PASSWORD));
        });
        servers.get(ServerAddresses.Key.BROKER).ifPresent(url -> environment.put("SPRING_ARTEMIS_BROKER_URL", url));
        servers.get(ServerAddresses.Key.SMTP).ifPresent(place -> {
            String[] hostAndPort = place.split(":", 2);
            environment.put("SPRING_MAIL_HOST", hostAndPort[0]);
            environment.put("SPRING_MAIL_PORT", hostAndPort[1]);
        });
        return environment;
    }

    /** The embedded broker is gone with its process: what it kept is opened again. */
    private static List<String> hubMessages(Path home, ServerAddresses servers) throws Exception {
        if (servers.get(ServerAddresses.Key.BROKER).isPresent()) {
            return HubQueue.drain(servers.required(ServerAddresses.Key.BROKER));
        }
        Path kept = home.resolve("artemis");
        if (!Files.isDirectory(kept)) {
            return List.of();
        }
        try (BenchBroker broker = new BenchBroker(kept)) {
            return HubQueue.drain(broker.url());
        }
    }
}
