package org.stepbridge.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FeedTrouble;
import org.stepbridge.casework.FileArrival;
import org.stepbridge.casework.FileEnd;
import org.stepbridge.casework.FileIntake;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.Ledger;
import org.stepbridge.casework.MergeRow;
import org.stepbridge.casework.NoteRow;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.RecordRow;
import org.stepbridge.casework.RequestRow;
import org.stepbridge.casework.UnmovedFile;
import org.stepbridge.model.Authority;

/**
 * Reads export files. The order is: rows, closing entry, report, move, note of the move; whichever of these a crash falls
 * between, taking the file again does what is left to do and nothing twice; where only the note is missing, it is made up for.
 */
@Component
final class ExportIntake implements FileIntake {
    private static final Logger LOG = LoggerFactory.getLogger(ExportIntake.class);
    private static final int REQUESTS_AT_ONCE = 500;
    private static final int NOTES_AT_ONCE = 2000;

    private final Ledger ledger;
    private final Packs packs;
    private final Decider decider;
    private final IntakeSettings settings;
    private final Clock clock;

    ExportIntake(Ledger ledger, Packs packs, Decider decider, IntakeSettings settings, Clock clock) {
        this.ledger = ledger;
        this.packs = packs;
        this.decider = decider;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void take(Authority authority, Feed feed, Path path) {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            LOG.warn(
                    "{} {}: {} is a folder, a link or gone; it is left alone",
                    authority,
                    feed.id(),
                    path.getFileName());
            return;
        }
        try {
            ArrivedFile file = ArrivedFile.of(path);
            var times = new LocalTimes(packs.of(authority).zone());
            var arrival = new FileArrival(
                    authority,
                    feed.id(),
                    file.name(),
                    file.hash(),
                    file.looks().bytes(),
                    Origin.of(feed, path),
                    ExtractTime.of(feed, file.name(), times));
            take(feed, file, arrival, times);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "a file of " + authority + " " + feed.id() + " could not be read or moved; it is tried again", e);
        }
    }

    @Override
    public void noteMoved(Authority authority, Feed feed, Path inbox) {
        if (!Files.isDirectory(inbox)) {
            return;
        }
        for (UnmovedFile file : ledger.unmoved(authority, feed.id())) {
            if (Files.notExists(inbox.resolve(file.name()), LinkOption.NOFOLLOW_LINKS)) {
                ledger.moved(file.fileId());
                LOG.info("{} {}: {} had left the inbox, which is noted now", authority, feed.id(), file.name());
            }
        }
    }

    private void take(Feed feed, ArrivedFile file, FileArrival arrival, LocalTimes times) throws IOException {
        var shelf = new Shelf(clock, times.zone());
        var found = new Found();
        try (Report report = new Report(file.path())) {
            FileProgress progress;
            boolean failed;
            try (RowReader rows = open(file, feed, found)) {
                var headings = new HeadingRow(rows.next(), feed.mapping().columns());
                if (headings.anyKnown()) {
                    found.columns(headings.unknown(), headings.absent(feed.mapping()));
                }
                var plan = new ColumnPlan(feed.mapping(), headings, times);
                FileRun.Read read = read(feed, file, arrival, plan, rows, report, found);
                if (!rows.unknown().isEmpty() || !rows.absent().isEmpty()) {
                    found.columns(rows.unknown(), rows.absent());
                }
                if (read == null || !file.unchanged()) {
                    LOG.warn(
                            "{} {}: {} changed while it was read; it stays and is read again",
                            arrival.authority(),
                            feed.id(),
                            file.name());
                    return;
                }
                progress = read.progress();
                failed = read.completeness().failed();
                close(feed, arrival, read, found.findings());
            } catch (UnreadableFile e) {
                refuse(file, arrival, found.findings(), e, report, shelf);
                return;
            }
            move(file, report, shelf.place(file.path(), failed ? Shelf.FAILED : Shelf.DONE));
            ledger.moved(progress.fileId());
        }
    }

    private RowReader open(ArrivedFile file, Feed feed, Found found) throws IOException, UnreadableFile {
        if (file.looks().bytes() > settings.largest().toBytes()) {
            throw new UnreadableFile(
                    "",
                    "The file has " + file.looks().bytes() + " bytes and may have "
                            + settings.largest().toBytes()
                            + " (stepbridge.intake.largest). If it is no mistake, have it exported in parts or raise the"
                            + " limit, and drop it in again.");
        }
        return RowReaders.open(file, feed.mapping(), found);
    }

    private FileRun.@Nullable Read read(
            Feed feed,
            ArrivedFile file,
            FileArrival arrival,
            ColumnPlan plan,
            RowReader rows,
            Report report,
            Found found)
            throws IOException {
        FileProgress progress = ledger.open(arrival);
        if (progress.allRead() && progress.rejected() == 0) {
            return new FileRun.Read(progress, new Completeness());
        }
        FileRun.Read read = read(feed, file, arrival.authority(), plan, rows, report, found, progress);
        if (read == null) {
            ledger.forget(progress.fileId());
        }
        return read;
    }

    private FileRun.@Nullable Read read(
            Feed feed,
            ArrivedFile file,
            Authority authority,
            ColumnPlan plan,
            RowReader rows,
            Report report,
            Found found,
            FileProgress progress)
            throws IOException {
        if (feed.kind() == Feed.Kind.NOTES) {
            return new FileRun<NoteRow>(file, authority, NOTES_AT_ONCE, ledger::add)
                    .read(rows, new NoteMapper(plan, file.hash()), report, found, progress);
        }
        if (feed.kind() == Feed.Kind.PERSON_MERGES) {
            return new FileRun<MergeRow>(file, authority, NOTES_AT_ONCE, ledger::merge)
                    .read(rows, new MergeMapper(plan), report, found, progress);
        }
        if (feed.kind() == Feed.Kind.RECORDS) {
            return new FileRun<RecordRow>(file, authority, NOTES_AT_ONCE, ledger::record)
                    .read(rows, new RecordMapper(plan), report, found, progress);
        }
        return new FileRun<RequestRow>(file, authority, REQUESTS_AT_ONCE, batch -> ledger.receive(batch, decider))
                .read(rows, new RequestMapper(authority, feed.kind(), plan), report, found, progress);
    }

    private void close(Feed feed, FileArrival arrival, FileRun.Read read, Findings findings) {
        FileProgress progress = read.progress();
        if (progress.allRead()) {
            return;
        }
        List<FeedTrouble> troubles = ledger.close(
                progress.fileId(),
                new FileEnd(feed, findings, read.completeness().troubles(feed)));
        LOG.info(
                "{} {}: {} read: {} accepted, {} repeated, {} rejected",
                arrival.authority(),
                feed.id(),
                arrival.name(),
                progress.accepted(),
                progress.repeated(),
                progress.rejected());
        if (!troubles.isEmpty()) {
            LOG.warn("{} {}: {}: {}", arrival.authority(), feed.id(), arrival.name(), FeedTrouble.sentence(troubles));
        }
    }

    private void refuse(
            ArrivedFile file, FileArrival arrival, Findings findings, UnreadableFile why, Report report, Shelf shelf)
            throws IOException {
        ledger.refused(arrival, findings, why.problem());
        LOG.warn("{} {}: {} refused: {}", arrival.authority(), arrival.feed(), arrival.name(), why.problem());
        report.add(1, List.of(new Problem(Problem.Kind.ROW, "", why.heading(), "", why.problem())));
        move(file, report, shelf.place(file.path(), Shelf.FAILED));
    }

    private static void move(ArrivedFile file, Report report, Path place) throws IOException {
        report.publish(place);
        if (!file.moveTo(place)) {
            LOG.warn("{} was replaced after it was read; the new one stays and is read next", file.name());
        }
    }
}
