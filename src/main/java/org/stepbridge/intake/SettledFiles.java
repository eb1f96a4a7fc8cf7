package org.stepbridge.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.InboxWatch;

/**
 * Knows a file as complete once its size and its time have stood still for a while, a longer one when it does not end
 * as its kind does, with a line break or a workbook's last record, as a copy that has stalled does not. Its age alone proves nothing: copying keeps old times.
 */
@Component
final class SettledFiles implements InboxWatch {
    private static final Set<String> TEMPORARY = Set.of(".tmp", ".part", ".filepart", ".crdownload", "~");
    /** The record that ends a ZIP archive, as a workbook is one. */
    private static final int END_OF_ARCHIVE = 22;

    private static final int END_OF_ARCHIVE_MARK = 'P' << 24 | 'K' << 16 | 5 << 8 | 6;
    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);

    /** A file as it was first seen like this, and when it was last asked for. */
    private record Seen(ArrivedFile.Looks looks, Instant since, Instant asked) {}

    private final IntakeSettings settings;
    private final Clock clock;
    private final Map<Path, Seen> seen = new HashMap<>();
    private Instant swept = Instant.EPOCH;

    SettledFiles(IntakeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized boolean ready(Path file) {
        Instant now = clock.instant();
        sweep(now);
        if (isTemporary(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            seen.remove(file);
            return false;
        }
        try {
            ArrivedFile.Looks looks = ArrivedFile.Looks.of(file);
            Seen before = seen.get(file);
            Instant since = before != null && before.looks().equals(looks) && !now.isBefore(before.since())
                    ? before.since()
                    : now;
            seen.put(file, new Seen(looks, since, now));
            Duration still = Duration.between(since, now);
            return still.compareTo(settings.settle()) >= 0
                    && (still.compareTo(settings.settleUnended()) >= 0 || endsAsItShould(file));
        } catch (IOException | UncheckedIOException e) {
            // Being written, locked or taken away: the next poll tells.
            seen.remove(file);
            return false;
        }
    }

    /** Whether this is a name that programs give to what they have not finished writing. */
    static boolean isTemporary(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~")
                || TEMPORARY.stream().anyMatch(name::endsWith);
    }

    private static boolean endsAsItShould(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer last = ByteBuffer.allocate(END_OF_ARCHIVE);
            long size = channel.size();
            int count = size == 0 ? 0 : Math.max(0, channel.read(last, Math.max(0, size - END_OF_ARCHIVE)));
            boolean line = count > 0 && (last.get(count - 1) == '\n' || last.get(count - 1) == '\r');
            return line || (count == END_OF_ARCHIVE && last.getInt(0) == END_OF_ARCHIVE_MARK);
        }
    }

    /** Forgets files that have not been asked for lately: they have been taken away. */
    private void sweep(Instant now) {
        if (Duration.between(swept, now).abs().compareTo(FORGET_AFTER) >= 0) {
            swept = now;
            seen.values()
                    .removeIf(file -> Duration.between(file.asked(), now).abs().compareTo(FORGET_AFTER) >= 0);
        }
    }

    /** How many files it remembers. */
    synchronized int remembered() {
        return seen.size();
    }
}
