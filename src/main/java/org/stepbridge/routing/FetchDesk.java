package org.stepbridge.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.GivenUpFiles;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.Inboxes.UnreadFile;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;

/** Where the fetch routes hand files over, and what is known of the servers that they cannot reach. */
@Component("fetchDesk")
final class FetchDesk implements GivenUpFiles {
    private static final Logger LOG = LoggerFactory.getLogger(FetchDesk.class);

    private final Packs packs;
    private final Home home;
    private final Clock clock;
    private final List<FetchWatch> watches = new CopyOnWriteArrayList<>();

    FetchDesk(Packs packs, Home home, Clock clock) {
        this.packs = packs;
        this.home = home;
        this.clock = clock;
    }

    /**
     * Puts a file that has been fetched whole into its feed's inbox, or a document beside it, where it appears complete or not
     * at all. Only then may the server let go of it.
     *
     * @param name its path from the server's folder
     * @throws IllegalStateException when another file of that name still waits there; then it is fetched again later
     * @throws UncheckedIOException when the disk fails
     */
    public void keep(String authority, String feed, String name, String fetched) {
        Feed to = packs.of(new Authority(authority)).feed(feed).orElseThrow();
        if (!FetchedFile.isOf(to, name)) {
            throw new IllegalArgumentException("a server offered a name that is none of the feed's");
        }
        boolean document = FetchedFile.isDocument(name);
        Path place = home.path().resolve(to.directory()).resolve(name);
        Path inbox = place.resolveSibling("");
        Path file = Path.of(fetched);
        try {
            Files.createDirectories(inbox);
            if (!document && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                if (Files.mismatch(place, file) >= 0) {
                    throw new IllegalStateException(
                            "another file of that name waits to be read; this one is fetched again later");
                }
                return;
            }
            sync(file);
            // the spool and the inbox may lie on two disks, so that moving is copying
            Path hidden = inbox.resolve("." + place.getFileName() + ".part");
            Files.deleteIfExists(hidden);
            Files.move(file, hidden);
            sync(hidden);
            if (document) {
                // the latest counts: nothing of it waits to be read, and what was sent is kept in the database
                Files.move(hidden, place, StandardCopyOption.ATOMIC_MOVE);
                LOG.info("{} {}: a document fetched", authority, feed);
            } else {
                Files.move(hidden, place);
                LOG.info("{} {}: {} fetched", authority, feed, name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a fetched file could not be kept; it stays on the server", e);
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** What watches over the polls of this feed. */
    FetchWatch watch(Authority authority, Feed feed) {
        FetchWatch watch = new FetchWatch(authority, feed, clock);
        watches.add(watch);
        return watch;
    }

    /** Says once and for all why nothing can be fetched for this feed. */
    void cannot(Authority authority, Feed feed, String problem) {
        watch(authority, feed).failed(problem);
    }

    @Override
    public List<UnreadFile> givenUp() {
        return watches.stream()
                .map(FetchWatch::trouble)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether every server has been looked at and had nothing more. */
    boolean idle() {
        return watches.stream().allMatch(FetchWatch::foundNothing);
    }
}
