package org.stepbridge.intake;

import static org.stepbridge.testing.Given.SHIRE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;
import org.stepbridge.casework.Feed;
import org.stepbridge.model.Decision;
import org.stepbridge.testing.Given;

/** A council's inbox on disk with the intake that reads it, at ten past six on the morning of the exports. */
final class Inbox {
    static final Instant NOW = Instant.parse("2026-11-20T06:10:00Z");
    static final String DAY = "20261120";

    final RecordingLedger ledger = new RecordingLedger(() -> this.now);
    final Path home;
    Instant now = NOW;
    DataSize largest = DataSize.ofGigabytes(4);

    Inbox(Path home) {
        this.home = home;
    }

    /** Puts an export of this feed there, made at six that morning. */
    Path put(Feed feed, byte[] bytes) {
        return put(feed, Feeds.STAMP, bytes);
    }

    Path put(Feed feed, String stamp, byte[] bytes) {
        try {
            Path folder = Files.createDirectories(home.resolve(feed.directory()));
            return Files.write(folder.resolve(Feeds.name(feed, stamp)), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts an export with another extension there. */
    Path put(Feed feed, String stamp, String extension, byte[] bytes) {
        try {
            Path folder = Files.createDirectories(home.resolve(feed.directory()));
            return Files.write(folder.resolve(feed.id() + "-" + stamp + "." + extension), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path put(Feed feed, String text) {
        return put(feed, text.getBytes(StandardCharsets.UTF_8));
    }

    Path put(Feed feed, String text, Charset charset) {
        return put(feed, text.getBytes(charset));
    }

    void take(Feed feed, Path file) {
        intake().take(SHIRE, feed, file);
    }

    void noteMoved(Feed feed) {
        intake().noteMoved(SHIRE, feed, home.resolve(feed.directory()));
    }

    private ExportIntake intake() {
        IntakeSettings settings = new IntakeSettings(Duration.ZERO, Duration.ZERO, largest);
        return new ExportIntake(ledger, Given.packs(), aCase -> noDecision(), settings, Given.clock(() -> now));
    }

    private static Decision noDecision() {
        throw new AssertionError("the ledger decides, not the intake");
    }

    /** Every file below the home folder, with its path from there. */
    List<String> files() {
        try (Stream<Path> paths = Files.walk(home)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> home.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String path) {
        try {
            return Files.readString(home.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
