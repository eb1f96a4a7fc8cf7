package org.stepbridge.bench;

import jakarta.jms.JMSException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stepbridge.bench.FloorRequest.Outcome;

/**
 * Record, then deliver, then mark as sent, each stage in its own thread on its own connection: one for the database,
 * the files, the hub and the marks, four for mail.
 */
final class FloorPipeline implements AutoCloseable {
    private static final int MAIL_CONNECTIONS = 4;

    private final FloorStore records;
    private final FloorStore marks;
    private final FloorFile returns;
    private final FloorFile allocations;
    private final FloorHub hub;
    private final List<FloorMail> mails = new ArrayList<>();

    private final FloorStage recording;
    private final FloorStage filing;
    private final FloorStage messaging;
    private final List<FloorStage> mailing = new ArrayList<>();
    private final FloorStage marking;
    private final List<String> filed = new ArrayList<>();

    FloorPipeline(Arguments options) throws Exception {
        records = store(options);
        records.createTables();
        records.createStaging();
        marks = store(options);
        Path out = Path.of(options.required("--out"));
        returns = new FloorFile(out.resolve("lcs-returns/lcs-returns-floor.csv"), FloorLetters.RETURN_HEADER);
        allocations = new FloorFile(out.resolve("allocations/allocations-floor.csv"), FloorLetters.ALLOCATION_HEADER);
        hub = new FloorHub(options.required("--broker"), options.get("--queue", HubQueue.NAME));
        marking = new FloorStage("marking", batch -> marks.markSent(ids(batch)));
        filing = new FloorStage("filing", this::file);
        messaging = new FloorStage("messaging", batch -> {
            hub.send(batch);
            marking.give(batch);
        });
        String[] smtp = options.required("--smtp").split(":", 2);
        for (int i = 0; i < MAIL_CONNECTIONS; i++) {
            FloorMail mail = new FloorMail(smtp[0], Integer.parseInt(smtp[1]));
            mails.add(mail);
            mailing.add(new FloorStage("mailing " + i, batch -> {
                mail.send(batch);
                marking.give(batch);
            }));
        }
        recording = new FloorStage("recording", batch -> {
            records.record(batch);
            deliver(batch);
        });
    }

    private static FloorStore store(Arguments options) throws Exception {
        return new FloorStore(options.required("--db"), options.required("--user"), options.get("--password", ""));
    }

    void record(List<FloorRequest> batch) throws Exception {
        recording.give(batch);
    }

    private void deliver(List<FloorRequest> batch) throws Exception {
        if (batch.get(0).outcome() == Outcome.STEP_UP) {
            int share = (batch.size() + MAIL_CONNECTIONS - 1) / MAIL_CONNECTIONS;
            for (int i = 0; i * share < batch.size(); i++) {
                mailing.get(i).give(batch.subList(i * share, Math.min(batch.size(), (i + 1) * share)));
            }
            return;
        }
        messaging.give(batch.stream()
                .filter(request -> request.outcome() == Outcome.EVIDENCE_BASED)
                .toList());
        filing.give(batch.stream()
                .filter(request -> request.outcome() != Outcome.EVIDENCE_BASED)
                .toList());
    }

    private void file(List<FloorRequest> batch) {
        String now = Instant.now().toString();
        for (FloorRequest request : batch) {
            if (request.outcome() == Outcome.RETURN) {
                returns.write(FloorLetters.returned(request, now));
            } else {
                allocations.write(FloorLetters.allocation(request, now));
            }
        }
        filed.addAll(ids(batch));
    }

    private static List<String> ids(List<FloorRequest> batch) {
        return batch.stream().map(FloorRequest::id).toList();
    }

    /** Waits for all that is under way; files count as sent once they have their final name. */
    @Override
    public void close() throws IOException, SQLException, JMSException, MessagingException {
        recording.close();
        filing.close();
        messaging.close();
        for (FloorStage stage : mailing) {
            stage.close();
        }
        returns.close();
        allocations.close();
        marking.close();
        marks.markSent(filed);
        for (FloorMail mail : mails) {
            mail.close();
        }
        hub.close();
        marks.close();
        records.close();
    }
}
