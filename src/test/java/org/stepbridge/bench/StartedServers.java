package org.stepbridge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.stepbridge.bench.ServerAddresses.Key;

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
        Map<Key, String> values = new EnumMap<>(Key.class);
        values.put(Key.USER, "postgres");
        values.put(Key.PASSWORD, "");
        BufferedReader lines = process.inputReader();
        while (!values.containsKey(Key.MAIL)) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("The servers did not start; see " + folder.resolve("servers.log"));
            }
            for (Key key : Key.values()) {
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
    public void close() throws IOException, InterruptedException {
        process.outputWriter().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroy();
        }
    }
}
