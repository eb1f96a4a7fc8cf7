package org.stepbridge.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
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
    final AtomicInteger deliveredFails = new AtomicInteger();
    /** How many recoveries there had been when the first claim came; -1 before that. */
    final AtomicInteger recoveriesBeforeClaims = new AtomicInteger(-1);

    private final Queue<Parcel> due = new ConcurrentLinkedQueue<>();

    void put(Parcel... parcels) {
        due.addAll(List.of(parcels));
    }

    void clear() {
        due.clear();
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
        for (Iterator<Parcel> each = due.iterator(); each.hasNext() && claimed.size() < most; ) {
            Parcel parcel = each.next();
            if (parcel.channel() == channel) {
                each.remove();
                claimed.add(parcel);
            }
        }
        if (!claimed.isEmpty()) {
            claims.add(claimed.size());
        }
        return claimed;
    }

    @Override
    public void delivered(List<Parcel> parcels) {
        if (!parcels.isEmpty() && deliveredFails.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the database is away");
        }
        parcels.forEach(parcel -> delivered.add(parcel.id()));
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
        return due.size();
    }
}
