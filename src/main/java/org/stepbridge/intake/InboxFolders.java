package org.stepbridge.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.Inboxes;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;

/** Looks through {@code inbox/<authority>/<folder>/}. Folders deeper down, such as attachments, belong to the rows. */
@Component
final class InboxFolders implements Inboxes {
    private static final int MOST = 1000;
    private static final String INBOX = "inbox";
    private static final String UNLISTED =
            "The files in this folder cannot be listed, so none of them is read. Is its disk or share there, and may it be read?";

    private final Path home;
    private final Packs packs;
    private final Clock clock;
    /** Since when these folders could not be listed. */
    private volatile Map<Path, Instant> away = Map.of();

    InboxFolders(Home home, Packs packs, Clock clock) {
        this.home = home.path();
        this.packs = packs;
        this.clock = clock;
    }

    @Override
    public List<UnreadFile> unread() {
        List<UnreadFile> unread = new ArrayList<>();
        Map<Path, Instant> stillAway = new HashMap<>();
        Path root = home.resolve(INBOX);
        for (Path inbox : list(root, stillAway)) {
            String authority = inbox.getFileName().toString();
            Optional<Pack> pack = packs.live().stream()
                    .filter(live -> live.authority().name().equals(authority))
                    .findFirst();
            List<Path> entries = list(inbox, stillAway);
            look(authority, inbox, entries, pack, unread);
            for (Path folder : entries) {
                if (isFolder(folder) && !isHidden(folder)) {
                    look(authority, folder, list(folder, stillAway), pack, unread);
                }
            }
        }
        stillAway.forEach((folder, since) -> unread.addAll(unlisted(root, folder, since)));
        away = Map.copyOf(stillAway);
        unread.sort(Comparator.comparing(UnreadFile::since));
        return List.copyOf(unread.subList(0, Math.min(MOST, unread.size())));
    }

    /** Where the inboxes cannot be listed at all, that of every live authority cannot. */
    private List<UnreadFile> unlisted(Path root, Path folder, Instant since) {
        if (folder.equals(root)) {
            return packs.live().stream()
                    .map(pack -> pack.authority().name())
                    .map(authority -> new UnreadFile(authority, INBOX, authority, since, UNLISTED))
                    .toList();
        }
        String authority = root.relativize(folder).getName(0).toString();
        String above = name(Objects.requireNonNull(folder.getParent()));
        return List.of(new UnreadFile(authority, above, folder.getFileName().toString(), since, UNLISTED));
    }

    /** A folder's name relative to the home, written alike on every system. */
    private String name(Path folder) {
        return home.relativize(folder).toString().replace(File.separatorChar, '/');
    }

    private void look(String authority, Path folder, List<Path> files, Optional<Pack> pack, List<UnreadFile> unread) {
        for (Path file : files) {
            Instant since = since(file);
            Optional<Feed> feed = pack.flatMap(live -> live.feeds().stream()
                    .filter(candidate -> takes(candidate, file))
                    .findFirst());
            boolean old = pack.isEmpty()
                    || since.isBefore(clock.instant().minus(pack.get().unreadFileLimit()));
            String problem = isHidden(file) ? "" : problem(file, pack.isPresent(), feed.isPresent(), old);
            if (!problem.isEmpty()) {
                unread.add(new UnreadFile(
                        authority, name(folder), file.getFileName().toString(), since, problem));
            }
        }
    }

    /** Why this is not read; empty when it is, or soon will be. */
    private static String problem(Path file, boolean live, boolean taken, boolean old) {
        if (isFolder(file)) {
            return taken ? "It is a folder named like a file. Move the file in it here." : "";
        }
        if (!live) {
            return "The authority it lies under is not live. Bring its pack in order, or move the file.";
        }
        if (SettledFiles.isTemporary(file)) {
            return old ? "Its name says that it is still being written. Rename it once it is complete." : "";
        }
        if (!taken) {
            return "No feed takes a file of this name here. Rename it, or mend the feed's file name pattern.";
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return "It is a link or a device, and these are not read. Put the file itself here.";
        }
        return old ? "It should have been read by now. Is it still being written, or its route stopped?" : "";
    }

    private boolean takes(Feed feed, Path file) {
        return home.resolve(feed.directory())
                        .normalize()
                        .equals(file.normalize().getParent())
                && feed.takes(file.getFileName().toString());
    }

    /** When it got there: copying and moving keep the time of the last change, but not that of the entry. */
    private Instant since(Path file) {
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        try {
            return Files.getAttribute(file, unix ? "unix:ctime" : "creationTime", LinkOption.NOFOLLOW_LINKS)
                            instanceof FileTime time
                    ? time.toInstant()
                    : clock.instant();
        } catch (IOException e) {
            return clock.instant();
        }
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** What is in this folder; nothing if it is not there. One that cannot be listed is noted, with since when. */
    private List<Path> list(Path folder, Map<Path, Instant> stillAway) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
            return entries;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (DirectoryIteratorException | IOException e) {
            stillAway.put(folder, away.getOrDefault(folder, clock.instant()));
            return List.of();
        }
    }
}
