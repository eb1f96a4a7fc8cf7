package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.Case;
import org.stepbridge.casework.ContentHash;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FeedTrouble;
import org.stepbridge.casework.FileArrival;
import org.stepbridge.casework.FileEnd;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.Ledger;
import org.stepbridge.casework.LostRaceException;
import org.stepbridge.casework.MergeRow;
import org.stepbridge.casework.NoteRow;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.RecordRow;
import org.stepbridge.casework.RejectedRow;
import org.stepbridge.casework.RequestRow;
import org.stepbridge.casework.UnmovedFile;
import org.stepbridge.model.Authority;
import org.stepbridge.model.CaseRecord;
import org.stepbridge.model.Child;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Flag;
import org.stepbridge.model.FoundNotes;
import org.stepbridge.model.Merges;
import org.stepbridge.model.Note;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;
import org.stepbridge.model.TaskStart;

/** The ledger on PostgreSQL. */
@Component
class JdbcLedger implements Ledger {
    private static final Flag CHANGED = new Flag(
            "changed-after-sending",
            "",
            "An earlier version of this request was already sent on. This one replaces it.");
    private static final String BROKEN_STEP_UP = "broken-step-up";
    private static final String MERGE_CIRCLE = "merge-circle";

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Packs packs;
    private final Clock clock;
    private final Files files;
    private final Notes notes;
    private final MergedPersons merged;
    private final CaseRecords records;
    private final EarlierRequests earlier;
    private final Requests requests;
    private final Decisions decisions;
    private final ChildrensNotes childrensNotes;
    private final Reviews reviews;
    private final JdbcResubmissions resubmissions;

    JdbcLedger(
            DataSource dataSource,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Packs packs,
            Clock clock,
            Files files,
            Notes notes,
            MergedPersons merged,
            CaseRecords records,
            EarlierRequests earlier,
            Requests requests,
            Decisions decisions,
            ChildrensNotes childrensNotes,
            Reviews reviews,
            JdbcResubmissions resubmissions) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.packs = packs;
        this.clock = clock;
        this.files = files;
        this.notes = notes;
        this.merged = merged;
        this.records = records;
        this.earlier = earlier;
        this.requests = requests;
        this.decisions = decisions;
        this.childrensNotes = childrensNotes;
        this.reviews = reviews;
        this.resubmissions = resubmissions;
    }

    @Override
    public FileProgress open(FileArrival arrival) {
        return inTransaction(connection -> files.open(arrival, rows(kind(arrival.authority(), arrival.feed()))));
    }

    @Override
    public FileProgress receive(Batch<RequestRow> batch, Decider decider) {
        return inTransaction(connection -> {
            Instant now = clock.instant();
            Authority authority = batch.authority();
            merged.hold(authority);
            int accepted = batch.good().isEmpty() ? 0 : decideNew(connection, batch, decider, now);
            if (!batch.rejected().isEmpty()) {
                raiseBrokenStepUps(authority, batch, now);
            }
            return files.advance(
                    batch.fileId(),
                    batch.rowsDone(),
                    accepted,
                    batch.good().size() - accepted,
                    batch.rejected().size());
        });
    }

    private int decideNew(Connection connection, Batch<RequestRow> batch, Decider decider, Instant now)
            throws SQLException {
        Authority authority = batch.authority();
        List<RequestRow> rows = batch.good();
        Map<String, Requests.Stored> known = requests.lock(
                authority,
                rows.get(0).request().source(),
                rows.stream().map(row -> row.request().sourceId()).toArray(String[]::new));
        List<RequestRow> fresh = new ArrayList<>();
        List<String> contents = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        for (RequestRow row : rows) {
            String content = Json.write(row.request());
            byte[] hash = ContentHash.of(content);
            Requests.Stored stored = known.get(row.request().sourceId());
            if (stored == null || !Arrays.equals(stored.hash(), hash)) {
                fresh.add(row);
                contents.add(content);
                hashes.add(hash);
            }
        }
        if (fresh.isEmpty()) {
            return 0;
        }
        Long[] changedIds = fresh.stream()
                .map(row -> known.get(row.request().sourceId()))
                .filter(java.util.Objects::nonNull)
                .map(Requests.Stored::id)
                .toArray(Long[]::new);
        Set<Long> sentOn = changedIds.length == 0 ? Set.of() : requests.sentOn(changedIds);
        if (changedIds.length > 0) {
            decisions.supersede(changedIds);
        }
        Map<Integer, JdbcResubmissions.Returned> returned = returned(authority, fresh, known);
        List<Case> cases = new ArrayList<>();
        // The watermark first: read after the notes it could promise notes that were not seen (G3).
        Instant watermark = files.watermark(authority.name());
        List<FoundNotes> notesOfEach = childrensNotes.about(
                authority, fresh.stream().map(RequestRow::request).toList(), decider);
        List<Request> asked =
                earlier.known(authority, fresh.stream().map(RequestRow::request).toList());
        for (int i = 0; i < fresh.size(); i++) {
            RequestRow row = fresh.get(i);
            Requests.Stored stored = known.get(row.request().sourceId());
            List<Flag> flags = new ArrayList<>(row.flags());
            if (stored != null && sentOn.contains(stored.id())) {
                flags.add(CHANGED);
            }
            if (returned.containsKey(i)) {
                flags.add(returned.get(i).flag());
            }
            contents.set(i, "{\"request\":" + contents.get(i) + ",\"flags\":" + Json.write(flags) + "}");
            cases.add(new Case(asked.get(i), flags, notesOfEach.get(i), watermark, List.of(), now));
        }
        List<Requests.Version> versions = number(authority, fresh, cases, known, contents, hashes, decider, now);
        List<Requests.Version> created = versions.stream()
                .filter(version -> version.decided().version() == 1)
                .toList();
        List<Requests.Version> changed = versions.stream()
                .filter(version -> version.decided().version() > 1)
                .toList();
        requests.insert(connection, created, now);
        requests.replace(connection, changed, now);
        requests.versions(connection, versions, batch.fileId(), now);
        resubmissions.link(authority, links(versions, returned), now);
        if (!changed.isEmpty()) {
            decisions.closeEarlier(
                    changed.stream().map(Requests.Version::decided).toList(), now);
        }
        List<Decided> all = versions.stream().map(Requests.Version::decided).toList();
        decisions.write(connection, authority, all, now, "taken in from file entry " + batch.fileId());
        return fresh.size();
    }

    /** By place among the fresh rows, what was returned of this request, or for its child and kind, before it came again. */
    private Map<Integer, JdbcResubmissions.Returned> returned(
            Authority authority, List<RequestRow> fresh, Map<String, Requests.Stored> known) {
        Map<Integer, JdbcResubmissions.Returned> returned = new HashMap<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            Request request = fresh.get(i).request();
            Requests.Stored stored = known.get(request.sourceId());
            if (stored == null) {
                places.add(i);
            } else if (stored.returnedBefore(request)) {
                returned.put(i, new JdbcResubmissions.Returned(stored.id(), stored.reference(), stored.version()));
            }
        }
        resubmissions
                .earlier(
                        authority,
                        places.stream().map(i -> fresh.get(i).request()).toList())
                .forEach((place, earlier) -> returned.put(places.get(place), earlier));
        return returned;
    }

    private static List<JdbcResubmissions.Link> links(
            List<Requests.Version> versions, Map<Integer, JdbcResubmissions.Returned> returned) {
        List<JdbcResubmissions.Link> links = new ArrayList<>();
        returned.forEach((i, before) -> {
            Decided now = versions.get(i).decided();
            links.add(new JdbcResubmissions.Link(
                    now.id(), now.reference(), now.version(), now.request().type(), before));
        });
        return links;
    }

    private List<Requests.Version> number(
            Authority authority,
            List<RequestRow> fresh,
            List<Case> cases,
            Map<String, Requests.Stored> known,
            List<String> contents,
            List<byte[]> hashes,
            Decider decider,
            Instant now) {
        Pack pack = packs.of(authority);
        int year = LocalDate.ofInstant(now, pack.zone()).getYear();
        var numbers = decisions.numbers("reference_number", fresh.size()).iterator();
        var decisionNumbers = decisions.numbers("decision_number", fresh.size()).iterator();
        List<Requests.Version> versions = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            Request request = fresh.get(i).request();
            Decision decision = decider.decide(cases.get(i));
            Requests.Stored stored = known.get(request.sourceId());
            long id = stored == null ? numbers.next() : stored.id();
            Reference reference = stored == null ? Reference.of(pack.code(), year, id) : stored.reference();
            int version = stored == null ? 1 : stored.version() + 1;
            Decided decided = new Decided(id, reference, version, request, decisionNumbers.next(), decision);
            versions.add(new Requests.Version(
                    decided, hashes.get(i), contents.get(i), fresh.get(i).row()));
        }
        return versions;
    }

    /** Marks the requests that anything said of these children may change, also by the numbers of merged records. */
    private void markForRecheck(Authority authority, List<Child> children) {
        Merges merges = merged.any(authority) ? merged.of(authority, children) : Merges.NONE;
        requests.markForRecheck(
                authority,
                children.stream().flatMap(child -> merges.ways(child).stream()).toList());
    }

    /** A step-up row that is too broken to read is never only a line in a report (G4). */
    private void raiseBrokenStepUps(Authority authority, Batch<?> batch, Instant now) {
        Files.FileName file = files.name(batch.fileId());
        if (kind(authority, file.feed()) == Feed.Kind.EHM_REQUESTS) {
            List<Decisions.Task> tasks = new ArrayList<>();
            for (RejectedRow row : batch.rejected()) {
                String text = "Row " + row.row() + " of " + file.name()
                        + " could not be read. It may be a step-up: look it up in EHM now and see the file's report.";
                tasks.add(new Decisions.Task(null, new TaskStart(BROKEN_STEP_UP, "", text, true)));
            }
            decisions.open(authority, tasks, now);
        }
    }

    @Override
    public FileProgress add(Batch<NoteRow> batch) {
        return inTransaction(connection -> {
            Plans.withoutWaiting(jdbc);
            merged.hold(batch.authority());
            Instant now = clock.instant();
            List<NoteRow> good = batch.good();
            List<Note> fresh = notes.store(connection, batch.authority(), good, batch.fileId(), now);
            List<NoteRow> broken = broken(batch.rejected());
            List<Note> touched = new ArrayList<>(fresh);
            if (!broken.isEmpty()) {
                touched.addAll(notes.store(connection, batch.authority(), broken, batch.fileId(), now));
            }
            markForRecheck(batch.authority(), touched.stream().map(Note::child).toList());
            return files.advance(
                    batch.fileId(),
                    batch.rowsDone(),
                    fresh.size(),
                    good.size() - fresh.size(),
                    batch.rejected().size());
        });
    }

    @Override
    public FileProgress merge(Batch<MergeRow> batch) {
        return inTransaction(connection -> {
            Authority authority = batch.authority();
            merged.holdAlone(authority);
            Instant now = clock.instant();
            MergedPersons.Stored stored = merged.store(authority, batch.good(), batch.fileId(), now);
            List<MergeRow> fresh = stored.fresh();
            if (!fresh.isEmpty()) {
                List<Child> children =
                        stored.touched().stream().map(Merges::child).toList();
                Merges merges = merged.of(authority, children);
                Set<Child> touched = new LinkedHashSet<>(children);
                // a request may know the child of a merged record's note by another number or the name
                notes.about(authority, children, merges)
                        .forEach(about -> about.forEach(note -> touched.add(note.child())));
                markForRecheck(authority, List.copyOf(touched));
                raiseCircles(authority, batch.fileId(), fresh, merges, now);
            }
            return files.advance(
                    batch.fileId(),
                    batch.rowsDone(),
                    fresh.size(),
                    batch.good().size() - fresh.size(),
                    batch.rejected().size());
        });
    }

    @Override
    public FileProgress record(Batch<RecordRow> batch) {
        return inTransaction(connection -> {
            Authority authority = batch.authority();
            Instant now = clock.instant();
            List<CaseRecord> all = batch.good().stream().map(RecordRow::record).toList();
            List<CaseRecord> fresh = records.store(authority, all, batch.fileId(), now);
            records.apply(authority, fresh, now);
            return files.advance(
                    batch.fileId(),
                    batch.rowsDone(),
                    fresh.size(),
                    all.size() - fresh.size(),
                    batch.rejected().size());
        });
    }

    private void raiseCircles(Authority authority, long fileId, List<MergeRow> fresh, Merges merges, Instant now) {
        List<String> rows = fresh.stream()
                .filter(row -> row.merges().stream().anyMatch(merge -> merges.circle(merge.merged())))
                .map(row -> "" + row.row())
                .toList();
        if (!rows.isEmpty()) {
            String more = rows.size() == 1 ? "" : " (and " + (rows.size() - 1) + " more)";
            String text = "Row " + rows.get(0) + " of " + files.name(fileId).name() + more
                    + " closes a circle of merged records, so none of them is followed: have the merges looked at in"
                    + " the system they come from, and export them again.";
            decisions.open(
                    authority, List.of(new Decisions.Task(null, new TaskStart(MERGE_CIRCLE, "", text, false))), now);
        }
    }

    /** What could be read of broken notes, of each only the last. */
    private static List<NoteRow> broken(List<RejectedRow> rejected) {
        Map<String, NoteRow> byId = new HashMap<>();
        for (RejectedRow row : rejected) {
            Note note = row.brokenNote();
            if (note != null) {
                byId.put(note.noteId(), new NoteRow(row.row(), note));
            }
        }
        return List.copyOf(byId.values());
    }

    @Override
    public List<FeedTrouble> close(long fileId, FileEnd end) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> files.close(fileId, end, this::notes)));
    }

    /** The feeds that bring this authority's notes. */
    private List<Feed> notes(String authority) {
        return packs.of(new Authority(authority)).feeds().stream()
                .filter(feed -> feed.kind() == Feed.Kind.NOTES)
                .toList();
    }

    @Override
    public void moved(long fileId) {
        transaction.executeWithoutResult(status -> files.moved(fileId));
    }

    @Override
    public List<UnmovedFile> unmoved(Authority authority, String feed) {
        return files.unmoved(authority, feed);
    }

    @Override
    public void forget(long fileId) {
        transaction.executeWithoutResult(status -> files.forget(fileId));
    }

    @Override
    public void refused(FileArrival arrival, Findings findings, String reason) {
        transaction.executeWithoutResult(status -> {
            Feed.Kind kind = kind(arrival.authority(), arrival.feed());
            files.refused(arrival, rows(kind), findings, reason);
            if (kind == Feed.Kind.EHM_REQUESTS) {
                raiseRefusedStepUps(arrival);
            }
        });
    }

    /** A file of step-ups in which nothing can be read may hold one that cannot wait; a crash repeats no task. */
    private void raiseRefusedStepUps(FileArrival arrival) {
        String text = "Nothing could be read of " + arrival.name()
                + ". There may be step-ups in it: look them up in EHM now, and export it again.";
        boolean known = jdbc.sql(
                        "select exists (select 1 from task where authority = ? and kind = ? and body = ? and closed_at is null)")
                .params(arrival.authority().name(), BROKEN_STEP_UP, text)
                .query(Boolean.class)
                .single();
        if (!known) {
            TaskStart start = new TaskStart(BROKEN_STEP_UP, "", text, true);
            decisions.open(arrival.authority(), List.of(new Decisions.Task(null, start)), clock.instant());
        }
    }

    private static String rows(Feed.Kind kind) {
        return switch (kind) {
            case NOTES -> "notes";
            case PERSON_MERGES -> "merges";
            case RECORDS -> "records";
            case LCS_REQUESTS, EHM_REQUESTS -> "requests";
        };
    }

    /** What the rows of this feed are; requests where the pack no longer knows the feed. */
    private Feed.Kind kind(Authority authority, String id) {
        return packs.of(authority).feed(id).map(Feed::kind).orElse(Feed.Kind.LCS_REQUESTS);
    }

    @Override
    public int recheck(Authority authority, int most, Decider decider) {
        return inTransaction(connection -> {
            merged.hold(authority);
            Instant watermark = files.watermark(authority.name());
            List<Standing> standing = jdbc.sql(Standing.SELECT + """
                            where (r.recheck or r.state = 'waiting-for-evidence') and r.id = any(array(
                                (select id from request where authority = ? and recheck order by id limit ?)
                                union
                                (select id from request
                                 where authority = ? and state = 'waiting-for-evidence' and needs <= ?
                                 order by needs limit ?)))
                            order by r.id limit ? for update of r skip locked""")
                    .params(
                            authority.name(),
                            most,
                            authority.name(),
                            at(watermark == null ? Instant.EPOCH : watermark),
                            most,
                            most)
                    .query((row, number) -> Standing.of(row))
                    .list();
            if (!standing.isEmpty()) {
                reviews.checkAgain(connection, authority, standing, watermark, decider);
            }
            return standing.size();
        });
    }

    private <T> T inTransaction(Work<T> work) {
        T result = transaction.execute(status -> {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                Plans.byIndex(jdbc);
                return work.on(connection);
            } catch (SQLException e) {
                throw Refusals.of(e);
            } catch (ConcurrencyFailureException | DuplicateKeyException e) {
                throw new LostRaceException("another batch was faster; this one is tried again");
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        });
        return java.util.Objects.requireNonNull(result);
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
