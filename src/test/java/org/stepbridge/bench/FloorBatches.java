package org.stepbridge.bench;

import java.util.ArrayList;
import java.util.List;

/** Gathers requests and hands them on in batches. */
final class FloorBatches {
    private final int size;
    private final FloorStage.Work next;
    private List<FloorRequest> gathered = new ArrayList<>();
    private int added;

    FloorBatches(int size, FloorStage.Work next) {
        this.size = size;
        this.next = next;
    }

    void add(FloorRequest request) {
        gathered.add(request);
        added++;
        if (gathered.size() == size) {
            flush();
        }
    }

    void flush() {
        if (gathered.isEmpty()) {
            return;
        }
        List<FloorRequest> batch = gathered;
        gathered = new ArrayList<>(size);
        try {
            next.take(batch);
        } catch (RuntimeException broken) {
            throw broken;
        } catch (Exception broken) {
            throw new IllegalStateException("A batch could not be handed on", broken);
        }
    }

    int added() {
        return added;
    }
}
