package org.stepbridge.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FeedRules;
import org.stepbridge.casework.FeedTrouble;
import org.stepbridge.casework.FileArrival;
import org.stepbridge.casework.FileEnd;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.Ledger;
import org.stepbridge.casework.MergeRow;
import org.stepbridge.casework.NoteRow;
import org.stepbridge.casework.RecordRow;
import org.stepbridge.casework.RejectedRow;
import org.stepbridge.casework.RequestRow;
import org.stepbridge.casework.TakenFile;
import org.stepbridge.casework.UnmovedFile;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Merge;
import org.stepbridge.model.Note;
import org.stepbridge.model.Request;

/**
 * A ledger in memory that keeps the promises of the port which reading depends on: each call whole or not at all, files
 * found again by name and content, batches only where the last one ended. It can be told to fail at any call.
 */
final class RecordingLedger implements Ledger {
    /** A file's entry. */
    static final class Entry {
        final long id;
        final FileArrival arrival;
        String state = "reading";
        String trouble = "";
        Findings findings = Findings.NONE;
        long accepted;
        long repeated;
        long rejected;
        final List<Integer> batches = new ArrayList<>();
        final List<RejectedRow> rejectedRows = new ArrayList<>();

        private Entry(long id, FileArrival arrival) {
            this.id = id;
            this.arrival = arrival;
        }

        long rows() {
            return accepted + repeated + rejected;
        }

        TakenFile taken(List<FeedTrouble> troubles) {
            return new TakenFile(
                    arrival.name(), arrival.contentHash(), Inbox.NOW, arrival.extractedAt(), rows(), troubles);
        }

        FileProgress progress() {
            return new FileProgress(id, rows(), accepted, repeated, rejected, state.equals("read"));
        }
    }

    final List<Entry> files = new ArrayList<>();
    final Map<String, Request> requests = new LinkedHashMap<>();
    final List<RequestRow> requestRows = new ArrayList<>();
    final Map<String, Note> notes = new LinkedHashMap<>();
    final Set<Merge> merges = new LinkedHashSet<>();
    final List<String> refusals = new ArrayList<>();
    final List<Findings> refusedFindings = new ArrayList<>();

    @Nullable
    Instant watermark;

    private final Supplier<Instant> now;

    RecordingLedger(Supplier<Instant> now) {
        this.now = now;
    }

    /** Is told before and after each call, and may throw. */
    private Consumer<String> watcher = call -> {};

    private int calls;

    void watch(Consumer<String> told) {
        watcher = told;
    }

    int calls() {
        return calls;
    }

    private void tell(String moment) {
        calls++;
        watcher.accept(moment);
    }

    /** The entry of the only file there is. */
    Entry file() {
        if (files.size() != 1) {
            throw new AssertionError("there are " + files.size() + " files");
        }
        return files.get(0);
    }

    /** The request with this id. */
    Request request(String id) {
        return Optional.ofNullable(requests.get(id)).orElseThrow(() -> new AssertionError("no request " + id));
    }

    /** The note with this id. */
    Note note(String id) {
        return Optional.ofNullable(notes.get(id)).orElseThrow(() -> new AssertionError("no note " + id));
    }

    @Override
    public FileProgress open(FileArrival arrival) {
        tell("before open");
        Entry entry = find(arrival).orElseGet(() -> {
            var opened = new Entry(files.size() + 1, arrival);
            files.add(opened);
            return opened;
        });
        tell("after open");
        return entry.progress();
    }

    private Optional<Entry> find(FileArrival arrival) {
        return files.stream()
                .filter(entry -> !entry.state.equals("done"))
                .filter(entry -> entry.arrival.name().equals(arrival.name())
                        && entry.arrival.contentHash().equals(arrival.contentHash()))
                .findFirst();
    }

    @Override
    public FileProgress receive(Batch<RequestRow> batch, Decider decider) {
        tell("before receive");
        Entry entry = start(
                batch,
                batch.good().stream().map(row -> row.request().sourceId()).toList());
        for (RequestRow row : batch.good()) {
            requestRows.add(row);
            boolean same = row.request().equals(requests.put(row.request().sourceId(), row.request()));
            count(entry, same);
        }
        tell("after receive");
        return entry.progress();
    }

    @Override
    public FileProgress add(Batch<NoteRow> batch) {
        tell("before add");
        Entry entry = start(
                batch, batch.good().stream().map(row -> row.note().noteId()).toList());
        for (NoteRow row : batch.good()) {
            count(entry, row.note().equals(notes.put(row.note().noteId(), row.note())));
        }
        for (RejectedRow row : batch.rejected()) {
            if (row.brokenNote() != null) {
                notes.put(row.brokenNote().noteId(), row.brokenNote());
            }
        }
        tell("after add");
        return entry.progress();
    }

    @Override
    public FileProgress merge(Batch<MergeRow> batch) {
        tell("before merge");
        Entry entry = start(batch, List.of());
        for (MergeRow row : batch.good()) {
            count(entry, !merges.addAll(row.merges()));
        }
        tell("after merge");
        return entry.progress();
    }

    @Override
    public FileProgress record(Batch<RecordRow> batch) {
        return start(batch, List.of()).progress();
    }

    private <T> Entry start(Batch<T> batch, List<String> ids) {
        Entry entry = files.get((int) batch.fileId() - 1);
        int rows = batch.good().size() + batch.rejected().size();
        if (!entry.state.equals("reading") || batch.rowsDone() != entry.rows() + rows) {
            throw new AssertionError("the batch does not start where the last one ended");
        }
        if (ids.stream().distinct().count() != ids.size()) {
            throw new AssertionError("an id stands twice in a batch");
        }
        entry.batches.add(rows);
        entry.rejected += batch.rejected().size();
        entry.rejectedRows.addAll(batch.rejected());
        return entry;
    }

    private static void count(Entry entry, boolean same) {
        if (same) {
            entry.repeated++;
        } else {
            entry.accepted++;
        }
    }

    @Override
    public List<FeedTrouble> close(long fileId, FileEnd end) {
        tell("before close");
        Entry entry = files.get((int) fileId - 1);
        List<FeedTrouble> troubles = FeedRules.troubles(end.feed(), entry.taken(end.troubles()), List.of(), now.get());
        entry.state = "read";
        entry.trouble = FeedTrouble.sentence(troubles);
        entry.findings = end.findings();
        Instant reached = entry.arrival.extractedAt();
        if (end.feed().kind() == Feed.Kind.NOTES
                && troubles.isEmpty()
                && reached != null
                && (watermark == null || watermark.isBefore(reached))) {
            watermark = reached;
        }
        tell("after close");
        return troubles;
    }

    @Override
    public void moved(long fileId) {
        tell("before moved");
        files.get((int) fileId - 1).state = "done";
        tell("after moved");
    }

    @Override
    public List<UnmovedFile> unmoved(Authority authority, String feed) {
        return files.stream()
                .filter(file -> file.state.equals("read") && file.arrival.feed().equals(feed))
                .map(file -> new UnmovedFile(file.id, file.arrival.name()))
                .toList();
    }

    @Override
    public void forget(long fileId) {
        Entry entry = files.get((int) fileId - 1);
        if (entry.rows() == 0) {
            entry.state = "forgotten";
        }
    }

    @Override
    public void refused(FileArrival arrival, Findings findings, String reason) {
        tell("before refused");
        refusals.add(reason);
        refusedFindings.add(findings);
        tell("after refused");
    }

    @Override
    public int recheck(Authority authority, int most, Decider decider) {
        throw new AssertionError("reading files decides nothing again");
    }
}
