package org.stepbridge.routing;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.InboxWatch;
import org.stepbridge.casework.Pack;

/**
 * Lets a feed take a file once it is complete and no feed that is to be read first has one left: notes that lie beside
 * the requests, or are just being copied there, are read before them, so that those are decided at once.
 */
final class FeedFilter implements GenericFileFilter<File> {
    private final Feed feed;
    private final List<Feed> earlier;
    private final Home home;
    private final InboxWatch watch;
    private final IntakeDesk intake;

    FeedFilter(Pack pack, Feed feed, Home home, InboxWatch watch, IntakeDesk intake) {
        this.feed = feed;
        this.earlier = pack.feeds().stream()
                .filter(other -> feed.after().contains(other.id()))
                .toList();
        this.home = home;
        this.watch = watch;
        this.intake = intake;
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        return !file.isDirectory()
                && feed.takes(file.getFileNameOnly())
                && watch.ready(Path.of(file.getAbsoluteFilePath()))
                && earlier.stream().noneMatch(this::hasOneLeft);
    }

    private boolean hasOneLeft(Feed first) {
        return files(home, first).stream().anyMatch(file -> !intake.gaveUpOn(file));
    }

    /** The files of a feed that lie in its inbox. */
    static List<Path> files(Home home, Feed feed) {
        Path folder = home.path().resolve(feed.directory());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                folder,
                path -> feed.takes(path.getFileName().toString())
                        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))) {
            List<Path> files = new java.util.ArrayList<>();
            entries.forEach(files::add);
            return files;
        } catch (IOException unreachable) {
            return List.of(); // a share that is away has nothing ready; the feed's own poll reports it
        }
    }
}
