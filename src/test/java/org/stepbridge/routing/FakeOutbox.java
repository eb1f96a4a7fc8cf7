package org.stepbridge.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Outbox;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Channel;

/** An outbox in memory that remembers what it was told. */
final class FakeOutbox implements Outbox {
    final List<UUID> delivered = new CopyOnWriteArrayList<>();
    final Map<UUID, String> failed = new ConcurrentHashMap<>();
    final Map<UUID, String> unknown = new ConcurrentHashMap<>();
    final List<Integer> claims = new CopyOnWriteArrayList<>();
    final AtomicInteger recoveries = new AtomicInteger();
    final AtomicInteger counted = new AtomicInteger();
    final AtomicInteger deliveredFails = new AtomicInteger();
    /** How many recoveries there had been when the first claim came; -1 before that. */
    final AtomicInteger recoveriesBeforeClaims = new AtomicInteger(-1);

    private final Map<Channel, Queue<Parcel>> due = new EnumMap<>(Channel.class);

    FakeOutbox() {
        for (Channel channel : Channel.values()) {
            due.put(channel, new ConcurrentLinkedQueue<>());
        }
    }

    void put(Parcel... parcels) {
        for (Parcel parcel : parcels) {
            due.get(parcel.channel()).add(parcel);
        }
    }

    void clear() {
        due.values().forEach(Queue::clear);
        delivered.clear();
        failed.clear();
        unknown.clear();
        claims.clear();
        deliveredFails.set(0);
    }

    @Override
    public List<Parcel> claim(Channel channel, int most, Duration lease) {
        recoveriesBeforeClaims.compareAndSet(-1, recoveries.get());
        List<Parcel> claimed = new ArrayList<>();
        Queue<Parcel> queue = due.get(channel);
        for (Parcel next = poll(queue, most, claimed); next != null; next = poll(queue, most, claimed)) {
            claimed.add(next);
        }
        if (!claimed.isEmpty()) {
            claims.add(claimed.size());
        }
        return claimed;
    }

    private static @Nullable Parcel poll(Queue<Parcel> queue, int most, List<Parcel> claimed) {
        return claimed.size() < most ? queue.poll() : null;
    }

    @Override
    public void delivered(List<Parcel> parcels) {
        if (!parcels.isEmpty() && deliveredFails.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the database is away");
        }
        delivered.addAll(parcels.stream().map(Parcel::id).toList());
        counted.addAndGet(parcels.size());
    }

    @Override
    public void failed(Parcel parcel, String problem) {
        failed.put(parcel.id(), problem);
    }

    @Override
    public void unknown(Parcel parcel, String problem) {
        unknown.put(parcel.id(), problem);
    }

    @Override
    public int recover() {
        recoveries.incrementAndGet();
        return 0;
    }

    @Override
    public long unfinished(int tries) {
        return due.values().stream().mapToLong(Queue::size).sum();
    }
}
