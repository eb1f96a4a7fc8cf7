package org.stepbridge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@link BenchServers} in a process of their own, so that their memory and processor time are not the floor's. */
final class StartedServers implements AutoCloseable {
    private final Process process;
    private final ServerAddresses addresses;

    StartedServers(Path folder) throws IOException {
        Files.createDirectories(folder);
        process = new ProcessBuilder(Jvm.command("-Xmx1g", BenchServers.class, folder.toString()))
                .redirectError(folder.resolve("servers.log").toFile())
                .start();
        addresses = read(folder);
    }

    private ServerAddresses read(Path folder) throws IOException {
        Map<ServerAddresses.Key, String> values = new EnumMap<>(ServerAddresses.Key.class);
        values.put(ServerAddresses.Key.USER, "postgres");
        values.put(ServerAddresses.Key.PASSWORD, "");
        BufferedReader lines = process.inputReader();
        while (!values.containsKey(ServerAddresses.Key.MAIL)) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("The servers did not start; see " + folder.resolve("servers.log"));
            }
            for (ServerAddresses.Key key : ServerAddresses.Key.values()) {
                String value = key.read(line);
                if (value != null) {
                    values.put(key, value);
                }
            }
        }
        return new ServerAddresses(values);
    }

    ServerAddresses addresses() {
        return addresses;
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
