package org.stepbridge.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FileArrival;
import org.stepbridge.casework.FileEnd;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.Ledger;
import org.stepbridge.casework.LostRaceException;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.PushedRequests;
import org.stepbridge.casework.RejectedRow;
import org.stepbridge.casework.RequestRow;
import org.stepbridge.casework.Sha256;
import org.stepbridge.model.Authority;
import org.stepbridge.model.SourceSystem;

/** Takes in pushed requests through the mapping and the ledger that files go through, each as a file of one row. */
@Component
final class PushIntake implements PushedRequests {
    private static final Logger LOG = LoggerFactory.getLogger(PushIntake.class);
    private static final String SOURCE = "source";
    private static final int TRIES = 3;

    private final Ledger ledger;
    private final Packs packs;
    private final Decider decider;

    PushIntake(Ledger ledger, Packs packs, Decider decider) {
        this.ledger = ledger;
        this.packs = packs;
        this.decider = decider;
    }

    @Override
    public Result take(Authority authority, String by, byte[] body) {
        Map<String, String> fields = PushedFields.read(body);
        if (fields == null) {
            return new Result.Malformed(
                    "The body is not one JSON object with the fields of a request and of its child.");
        }
        Pack pack = packs.of(authority);
        Optional<Feed> feed = feed(pack, fields.getOrDefault(SOURCE, ""));
        if (feed.isEmpty()) {
            return new Result.Refused(List.of(new FieldProblem(
                    SOURCE, "Write LCS or EHM, whichever the request was raised in and the authority has a feed of.")));
        }
        var canonical = new CanonicalMapping(feed.get());
        List<FieldProblem> unknown = unknown(fields, canonical);
        if (!unknown.isEmpty()) {
            return new Result.Refused(unknown);
        }
        String hash = Sha256.hex(body);
        var arrival = new FileArrival(
                authority,
                feed.get().id(),
                "api-" + by + "-" + hash.substring(0, 16) + ".json",
                hash,
                body.length,
                FileArrival.PUSHED + by,
                null);
        return keep(arrival, feed.get(), map(pack, feed.get(), canonical, fields));
    }

    private static Optional<Feed> feed(Pack pack, String source) {
        return pack.feeds().stream()
                .filter(feed -> feed.kind().bringsRequests())
                .filter(feed -> source(feed.kind()).name().equals(source))
                .findFirst();
    }

    private static SourceSystem source(Feed.Kind kind) {
        return kind == Feed.Kind.EHM_REQUESTS ? SourceSystem.EHM : SourceSystem.LCS;
    }

    /** A misspelt field would be a field that is silently missing. */
    private static List<FieldProblem> unknown(Map<String, String> fields, CanonicalMapping canonical) {
        Map<String, String> fixed = canonical.mapping().fixed();
        List<FieldProblem> problems = new ArrayList<>();
        fields.forEach((name, text) -> {
            if (fixed.containsKey(name) && !text.equals(fixed.get(name))) {
                problems.add(new FieldProblem(name, "Of this source it is always " + fixed.get(name) + "."));
            } else if (!name.equals(SOURCE) && !fixed.containsKey(name) && !canonical.knows(name)) {
                problems.add(new FieldProblem(name, "A request of this source has no such field."));
            }
        });
        return problems;
    }

    private static Mapped<RequestRow> map(
            Pack pack, Feed feed, CanonicalMapping canonical, Map<String, String> fields) {
        var times = new LocalTimes(pack.zone());
        try {
            var headings =
                    new HeadingRow(canonical.heading(), canonical.mapping().columns());
            var plan = new ColumnPlan(canonical.mapping(), headings, times);
            return new RequestMapper(pack.authority(), feed.kind(), plan).map(canonical.row(fields, times));
        } catch (UnreadableFile e) {
            throw new IllegalStateException("a feed's own names are headings that can be read", e);
        }
    }

    /**
     * One after the other on this node. Two nodes that are pushed the same at once meet in the ledger: one is refused
     * there, and finds a repeat when it tries again.
     */
    private synchronized Result keep(FileArrival arrival, Feed feed, Mapped<RequestRow> row) {
        for (int attempt = 1; ; attempt++) {
            try {
                return keepOnce(arrival, feed, row);
            } catch (LostRaceException e) {
                if (attempt == TRIES) {
                    return new Result.Busy();
                }
            }
        }
    }

    private Result keepOnce(FileArrival arrival, Feed feed, Mapped<RequestRow> row) {
        FileProgress progress = ledger.open(arrival);
        if (progress.rowsDone() == 0) {
            List<RequestRow> good = new ArrayList<>();
            List<RejectedRow> rejected = new ArrayList<>();
            if (row instanceof Mapped.Good<RequestRow> fine) {
                good.add(fine.row());
            } else if (row instanceof Mapped.Bad<RequestRow> bad) {
                rejected.add(bad.row());
            }
            progress = ledger.receive(new Batch<>(progress.fileId(), arrival.authority(), good, rejected, 1), decider);
        }
        ledger.close(progress.fileId(), new FileEnd(feed.withoutUsual(), Findings.NONE, List.of()));
        ledger.moved(progress.fileId());
        LOG.info(
                "{} {}: {} pushed: {} accepted, {} repeated, {} rejected",
                arrival.authority(),
                arrival.feed(),
                arrival.name(),
                progress.accepted(),
                progress.repeated(),
                progress.rejected());
        return row instanceof Mapped.Bad<RequestRow> bad
                ? new Result.Refused(bad.problems().stream()
                        .map(problem -> new FieldProblem(name(problem), problem.text()))
                        .toList())
                : new Result.Taken(source(feed.kind()), row.id(), progress.accepted() > 0);
    }

    private static String name(Problem problem) {
        return problem.field().isEmpty() ? problem.column() : CanonicalMapping.name(problem.field());
    }
}
