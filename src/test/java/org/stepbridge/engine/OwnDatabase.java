package org.stepbridge.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL of one test's own, always on the same port, that can be killed and started again. */
final class OwnDatabase implements AutoCloseable {
    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    /** Starts it with its data in this folder. */
    OwnDatabase(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        this.server = started();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** As by {@code kill -9} of the server, so that it has to recover from its log when it starts again. */
    void kill() throws Exception {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            one.onExit().get();
        }
        try {
            server.close();
        } catch (IOException | RuntimeException isGone) {
            // it only gives back its lock on the folder
        }
    }

    void start() throws IOException {
        server = started();
    }

    private EmbeddedPostgres started() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                // the library turns it off for speed, and a commit that was answered would be lost
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
