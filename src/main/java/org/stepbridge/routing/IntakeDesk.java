package org.stepbridge.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FileIntake;
import org.stepbridge.casework.GivenUpFiles;
import org.stepbridge.casework.Inboxes.UnreadFile;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;

/** Where the take-in routes hand files over. */
@Component("intakeDesk")
final class IntakeDesk implements GivenUpFiles {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeDesk.class);
    private static final int TRIES = 3;
    private static final String GAVE_UP = "It could not be taken in, " + TRIES
            + " times running: the log says why. It is tried on and nothing is lost.";

    private final FileIntake intake;
    private final Packs packs;
    private final Clock clock;
    private final Map<Path, Failed> failed = new ConcurrentHashMap<>();

    IntakeDesk(FileIntake intake, Packs packs, Clock clock) {
        this.intake = intake;
        this.packs = packs;
        this.clock = clock;
    }

    /** How often the taking in of this feed's file has failed, and since when. */
    private record Failed(String authority, String folder, FileTime modified, int times, Instant since) {
        Failed again(FileTime modifiedNow) {
            return new Failed(authority, folder, modifiedNow, times + 1, since);
        }
    }

    /** Reads a file whole. A failure leaves it where it is, to be tried at the next poll. */
    public void take(String authority, String feed, @Header(Exchange.FILE_PATH) String file) {
        Path path = Path.of(file);
        Pack pack = packs.of(new Authority(authority));
        Feed from = pack.feed(feed).orElseThrow();
        try {
            intake.take(pack.authority(), from, path);
            failed.remove(path);
        } catch (RuntimeException e) {
            Failed now = failed.merge(
                    path,
                    new Failed(authority, from.directory(), modified(path), 1, clock.instant()),
                    (before, first) -> before.again(first.modified()));
            if (now.times() <= TRIES) {
                LOG.error(
                        "{} {}: a file could not be taken in, try {}: {}. Nothing of it is lost; what is left to do is tried again.",
                        authority,
                        feed,
                        now.times(),
                        e.getClass().getSimpleName(),
                        e);
            }
        }
    }

    /** Whether this file failed so often that nothing should wait for it any more; it is tried on all the same. */
    boolean gaveUpOn(Path file) {
        Failed before = failed.get(file);
        return before != null && before.times() >= TRIES && before.modified().equals(modified(file));
    }

    @Override
    public List<UnreadFile> givenUp() {
        return failed.entrySet().stream()
                .filter(file -> Files.exists(file.getKey()) && gaveUpOn(file.getKey()))
                .map(file -> new UnreadFile(
                        file.getValue().authority(),
                        file.getValue().folder(),
                        String.valueOf(file.getKey().getFileName()),
                        file.getValue().since(),
                        GAVE_UP))
                .toList();
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
