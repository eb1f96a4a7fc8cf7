package org.stepbridge.bench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One thread with its own connection that takes batches in order. Giving it a batch waits while it is behind; after a
 * failure it takes, and drops, what still comes, and whoever gives or closes next gets the failure.
 */
final class FloorStage implements AutoCloseable {
    /** What a stage does with a batch. */
    interface Work {
        void take(List<FloorRequest> batch) throws Exception;
    }

    private static final int WAITING_BATCHES = 3;

    private final BlockingQueue<Optional<List<FloorRequest>>> waiting = new ArrayBlockingQueue<>(WAITING_BATCHES);
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Thread thread;

    FloorStage(String name, Work work) {
        thread = new Thread(() -> run(work), name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Work work) {
        try {
            for (Optional<List<FloorRequest>> next = waiting.take(); next.isPresent(); next = waiting.take()) {
                if (failure.get() == null) {
                    attempt(work, next.get());
                }
            }
        } catch (InterruptedException stopped) {
            failure.compareAndSet(null, stopped);
        }
    }

    private void attempt(Work work, List<FloorRequest> batch) {
        try {
            work.take(batch);
        } catch (Exception broken) {
            failure.compareAndSet(null, broken);
        }
    }

    void give(List<FloorRequest> batch) throws InterruptedException {
        throwFailure();
        if (!batch.isEmpty()) {
            waiting.put(Optional.of(batch));
        }
    }

    /** Waits until everything given is done. */
    @Override
    public void close() {
        try {
            waiting.put(Optional.empty());
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The floor's stage " + thread.getName() + " was interrupted", e);
        }
        throwFailure();
    }

    private void throwFailure() {
        Exception broken = failure.get();
        if (broken != null) {
            throw new IllegalStateException("The floor's stage " + thread.getName() + " failed", broken);
        }
    }
}
