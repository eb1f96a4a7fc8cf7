package org.stepbridge.operations.home;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stepbridge.operations.settings.StartRefused;

/**
 * Keeps a second process off an embedded server's folder. The operating system gives the lock back when the process
 * ends, however it ends, so there is no stale lock to clear by hand.
 */
public final class FolderLock implements AutoCloseable {
    /** Far behind the pid that the file holds: where locks are mandatory, the pid can still be read. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /** POSIX drops a process's lock when it closes any handle of the file, so this process never opens one twice. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes {@code <home>/<server>.lock}, writing this process's id into it.
     *
     * @throws StartRefused when another process, or another part of this one, holds it
     */
    public static FolderLock take(Path home, String server) {
        Path file = home.toAbsolutePath().normalize().resolve(server + ".lock");
        if (!HELD_HERE.add(file)) {
            throw inUse(home, Long.toString(ProcessHandle.current().pid()));
        }
        boolean taken = false;
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                channel.close();
                throw inUse(home, Files.readString(file, US_ASCII));
            }
            channel.truncate(0);
            channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
            taken = true;
            return new FolderLock(file, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + file, e);
        } finally {
            if (!taken) {
                HELD_HERE.remove(file);
            }
        }
    }

    private static StartRefused inUse(Path home, String pid) {
        return new StartRefused(
                "another Stepbridge (pid " + pid + ") uses " + home + "; stop it or set stepbridge.home");
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give back " + file, e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
