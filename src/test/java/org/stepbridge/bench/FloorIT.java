package org.stepbridge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.operations.generate.GenerateCommand;

/** The floor and the checker on real servers: what generate made is delivered as the truth file says. */
class FloorIT {
    @TempDir
    private Path folder;

    @Test
    void theFloorDeliversEveryRequestOnceAndTheCheckerSeesIt() throws Exception {
        Path exports = folder.resolve("exports");
        assertThat(GenerateCommand.run(
                        List.of("--requests", "400", "--seed", "5", "--out", exports.toString()),
                        new PrintStream(OutputStream.nullOutputStream())))
                .isZero();
        Truth truth = Truth.read(exports.resolve("truth.csv"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                BenchBroker broker = new BenchBroker(folder.resolve("broker"));
                SmtpSink sink = new SmtpSink(folder.resolve("mail"))) {
            Floor.main(new String[] {
                "--in", exports.toString(),
                "--out", folder.resolve("outbox").toString(),
                "--db", postgres.getJdbcUrl("postgres", "postgres"),
                "--user", "postgres",
                "--broker", broker.url(),
                "--smtp", "127.0.0.1:" + sink.port()
            });
            assertThat(truth.wrong(delivered(broker))).isEmpty();
            assertThat(truth.wrong(delivered(broker)))
                    .as("the queue is empty now")
                    .hasSize(1);
        }
    }

    private Delivered delivered(BenchBroker broker) throws Exception {
        return Delivered.from(
                folder.resolve("outbox"), HubQueue.drain(broker.url()), MailDump.stepUpIds(folder.resolve("mail")));
    }
}
