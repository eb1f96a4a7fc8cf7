package org.stepbridge.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A clock that goes as the machine's does, but so far ahead of it or behind as a file says: a test moves the clock of any
 * number of processes by writing there. {@link #jar} holds what puts it into the program; the program knows nothing of it.
 */
final class MovedClock extends Clock {
    /** The program's property that says which file. */
    static final String FILE = "moved.clock";

    private static final String FOUND_BY_SPRING =
            "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";

    private final Clock machine = Clock.systemUTC();
    private final MappedByteBuffer ahead;

    MovedClock(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ahead = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
        }
    }

    /** Moves it, here and in every process that goes by this file. */
    void set(Instant now) {
        ahead.putLong(0, ChronoUnit.MILLIS.between(machine.instant(), now));
    }

    @Override
    public Instant instant() {
        return machine.instant().plusMillis(ahead.getLong(0));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the program asks packs for their zone");
    }

    /** Puts it in the place of the program's own. */
    static class InTheProgram {
        @Bean
        @Primary
        Clock movedClock(@Value("${" + FILE + "}") String file) throws IOException {
            return new MovedClock(Path.of(file));
        }
    }

    /** Writes a jar that is to stand on the program's class path. */
    static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("moved-clock.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> type : List.of(MovedClock.class, InTheProgram.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream bytes =
                        Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name))) {
                    bytes.transferTo(out);
                }
            }
            out.putNextEntry(new JarEntry(FOUND_BY_SPRING));
            out.write(InTheProgram.class.getName().getBytes(StandardCharsets.US_ASCII));
        }
        return jar;
    }
}
