package org.stepbridge.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.Overview.FileLine;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.RejectReports;

/** Looks in the folders that {@link Shelf} fills. Several files of one name are told apart by what is in them. */
@Component
final class ShelvedReports implements RejectReports {
    private final Path home;
    private final Packs packs;

    ShelvedReports(Home home, Packs packs) {
        this.home = home.path();
        this.packs = packs;
    }

    @Override
    public Optional<Path> of(FileLine file) {
        Pack pack = packs.of(file.authority());
        Optional<Feed> feed = pack.feed(file.feed());
        if (feed.isEmpty() || !Path.of(file.name()).getFileName().toString().equals(file.name())) {
            return Optional.empty();
        }
        String first = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(file.openedAt(), pack.zone()));
        Path inbox = home.resolve(feed.get().directory());
        for (String shelf : List.of(Shelf.DONE, Shelf.FAILED)) {
            for (Path day : days(inbox.resolve(shelf), first)) {
                Optional<Path> report = on(day, file);
                if (report.isPresent()) {
                    return report;
                }
            }
        }
        return Optional.empty();
    }

    /** The folders of that day and later ones, in order: a file is moved when it has been read, however long that takes. */
    private static List<Path> days(Path shelf, String first) {
        List<Path> days = new ArrayList<>();
        if (Files.isDirectory(shelf, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(
                    shelf, day -> day.getFileName().toString().compareTo(first) >= 0)) {
                all.forEach(days::add);
            } catch (IOException e) {
                throw new UncheckedIOException("the folder of read files cannot be listed: " + shelf, e);
            }
        }
        Collections.sort(days);
        return days;
    }

    private static Optional<Path> on(Path day, FileLine file) {
        for (Path candidate : Shelf.namesakes(day, file.name())) {
            Path report = candidate.resolveSibling(candidate.getFileName() + ".report.csv");
            if (Files.isRegularFile(report, LinkOption.NOFOLLOW_LINKS) && isThis(candidate, file)) {
                return Optional.of(report);
            }
        }
        return Optional.empty();
    }

    private static boolean isThis(Path candidate, FileLine file) {
        try {
            return Files.size(candidate) == file.bytes()
                    && ArrivedFile.hash(candidate).equals(file.contentHash());
        } catch (IOException e) {
            throw new UncheckedIOException("a read file could not be looked into: " + candidate.getParent(), e);
        }
    }
}
