package org.stepbridge.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;

/** Servers for the floor, in a process of their own: PostgreSQL with fsync on, a persistent broker, a mail sink. */
public final class BenchServers {
    private BenchServers() {}

    /**
     * Starts them, says where they are on standard output, and serves until standard input ends.
     *
     * @param args the folder for all they keep
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgres"))
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                BenchBroker broker = new BenchBroker(folder.resolve("broker"));
                SmtpSink sink = new SmtpSink(folder.resolve("mail"))) {
            say(ServerAddresses.Key.DB, postgres.getJdbcUrl("postgres", "postgres"));
            say(ServerAddresses.Key.BROKER, broker.url());
            say(ServerAddresses.Key.SMTP, "127.0.0.1:" + sink.port());
            say(ServerAddresses.Key.MAIL, folder.resolve("mail").toString());
            while (System.in.read() >= 0) {
                // Whatever is written, only the end counts.
            }
        }
    }

    private static void say(ServerAddresses.Key key, String value) {
        System.out.println(key.line(value));
    }
}
