package org.stepbridge.operations.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.stepbridge.operations.home.PrivateFiles;
import org.stepbridge.operations.settings.StartRefused;

/** One database folder: made once, started, and stopped whoever started it. The caller holds the folder's lock. */
final class Cluster {
    /** What the jar's server reads; a folder of another major version is not touched. */
    private static final String MAJOR_VERSION = "17";

    private static final String OWN_SETTINGS = "stepbridge.conf";
    private static final String PASSWORD = "stepbridge.password";
    private static final String LONGEST_SECONDS = "600";

    private final Path data;
    private final Path log;
    private final File words;
    private final PostgresCommands commands;

    Cluster(Path home, PostgresCommands commands) {
        this.data = home.resolve("postgres");
        this.log = home.resolve("postgres.log");
        this.words = home.resolve("postgres.command.log").toFile();
        this.commands = commands;
    }

    /** Makes the folder under another name first: a kill in the middle leaves no half database behind. */
    void makeIfAbsent() throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(MAJOR_VERSION)) {
                throw new StartRefused(data + " was made by PostgreSQL " + found + ", this is " + MAJOR_VERSION
                        + "; use that version's Stepbridge, or set spring.datasource.url");
            }
            return;
        }
        Path half = data.resolveSibling("postgres.new");
        FileSystemUtils.deleteRecursively(half);
        PrivateFiles.folder(half);
        Path secret = half.resolveSibling("postgres.new.password");
        PrivateFiles.write(secret, newPassword());
        require(
                commands.run(
                        words,
                        "initdb",
                        "--pgdata=" + half,
                        "--username=" + EmbeddedPostgres.ADMIN,
                        "--auth=scram-sha-256",
                        "--pwfile=" + secret,
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"),
                "PostgreSQL cannot make its folder " + half);
        Files.move(secret, half.resolve(PASSWORD), StandardCopyOption.ATOMIC_MOVE);
        Files.writeString(
                half.resolve("postgresql.conf"), "\ninclude = '" + OWN_SETTINGS + "'\n", StandardOpenOption.APPEND);
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    String password() throws IOException {
        return Files.readString(data.resolve(PASSWORD)).strip();
    }

    /**
     * Stops the server that a killed run left behind. A pid file that names no live server is PostgreSQL's to judge,
     * unless the system has since given that pid to some other program: then PostgreSQL would refuse to start.
     */
    void stopOrphan() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        ProcessHandle process = process(pidFile);
        if (process == null) {
            return;
        }
        String program = process.info().command().orElse("postgres");
        if (Path.of(program).getFileName().toString().startsWith("postgres")) {
            stop();
        } else {
            Files.delete(pidFile);
        }
    }

    void start(int port) throws IOException {
        Files.write(data.resolve(OWN_SETTINGS), PostgresSettings.lines(port));
        startNewLog();
        require(
                commands.run(
                        words,
                        "pg_ctl",
                        "start",
                        "--wait",
                        "--timeout=" + LONGEST_SECONDS,
                        "--pgdata=" + data,
                        "--log=" + log),
                "PostgreSQL does not start; see " + log);
    }

    void stop() {
        boolean stopped = commands.run(
                words, "pg_ctl", "stop", "--wait", "--mode=fast", "--timeout=" + LONGEST_SECONDS, "--pgdata=" + data);
        require(stopped, "PostgreSQL in " + data + " does not stop; see " + log);
    }

    private static @Nullable ProcessHandle process(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.ISO_8859_1);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return null;
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .orElse(null);
    }

    /** One log a start, and the one before it. */
    private void startNewLog() throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void require(boolean done, String otherwise) {
        if (!done) {
            throw new StartRefused(otherwise + lastWords());
        }
    }

    private String lastWords() {
        try {
            String said = Files.readString(words.toPath()).strip();
            return said.isEmpty()
                    ? ""
                    : " (" + said.lines().reduce((first, last) -> last).orElse("") + ")";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
