package org.stepbridge.engine;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Watches the folders of a home and kills the program at a moment that is named by what appears there. */
final class FolderWatch implements AutoCloseable {
    private static final List<String> CHANNELS =
            List.of("allocations", "lcs-returns", "ehm-returns", "recordings-lcs", "recordings-ehm");

    private final JdbcClient jdbc;
    private final WatchService service = FileSystems.getDefault().newWatchService();
    private final AtomicReference<@Nullable Order> order = new AtomicReference<>();
    /** The file at which it was killed last. */
    private volatile @Nullable Path seen;

    /** @param left how often it is let pass before */
    private record Order(FilePoint point, int left, Process process) {}

    FolderWatch(Home home, JdbcClient jdbc) throws IOException {
        this.jdbc = jdbc;
        for (String channel : CHANNELS) {
            watch(home.outbox().resolve(channel));
        }
        for (String system : List.of("lcs", "ehm")) {
            watch(home.inbox(system).resolve(".done"));
        }
        Thread thread = new Thread(this::run, "folder-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(Path folder) throws IOException {
        Files.createDirectories(folder).register(service, StandardWatchEventKinds.ENTRY_CREATE);
    }

    /** A trap for each of the moments. */
    List<Trap> traps() {
        return Arrays.stream(FilePoint.values())
                .map(point -> (Trap) new FileTrap(point))
                .toList();
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = service.take();
                for (WatchEvent<?> event : key.pollEvents()) {
                    if (event.context() instanceof Path name) {
                        appeared(((Path) key.watchable()).resolve(name));
                    }
                }
                key.reset();
            }
        } catch (ClosedWatchServiceException over) {
            // the test is over
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void appeared(Path file) {
        if (Files.isDirectory(file)) {
            try {
                watch(file);
            } catch (IOException gone) {
                // then nothing appears in it
            }
            return;
        }
        Order now = order.get();
        if (now != null && now.point().isIn(file)) {
            Order next = now.left() == 0 ? null : new Order(now.point(), now.left() - 1, now.process());
            if (order.compareAndSet(now, next) && next == null) {
                now.process().destroyForcibly();
                seen = file;
            }
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private final class FileTrap implements Trap {
        private final FilePoint point;

        FileTrap(FilePoint point) {
            this.point = point;
        }

        @Override
        public String name() {
            return point.name();
        }

        @Override
        public void set(int time, Process process) {
            seen = null;
            order.set(new Order(point, time - 1, process));
        }

        @Override
        public void spare() {
            order.set(null);
        }

        @Override
        public boolean inTime() {
            Path file = seen;
            if (file == null) {
                return false;
            }
            return point.unnoted.isEmpty()
                    ? Files.exists(file)
                    : jdbc.sql(point.unnoted)
                            .param(file.getFileName().toString())
                            .query(Boolean.class)
                            .list()
                            .contains(true);
        }
    }
}
