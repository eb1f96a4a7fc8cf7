package org.stepbridge.routing;

import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.stepbridge.casework.Parcel;

/** What one claim brought, while its parcels are on their way. Several threads may work on it. */
final class Consignment {
    private final List<Parcel> parcels;
    private final Queue<Parcel> sent = new ConcurrentLinkedQueue<>();
    private final Set<UUID> settled = ConcurrentHashMap.newKeySet();

    private final Instant beginBy;

    /** @param beginBy until when a parcel's conversation may begin */
    Consignment(List<Parcel> parcels, Instant beginBy) {
        this.parcels = List.copyOf(parcels);
        this.beginBy = beginBy;
    }

    Instant beginBy() {
        return beginBy;
    }

    /** Those that can go together: no earlier try of theirs may have arrived. */
    List<Parcel> firstTries() {
        return parcels.stream().filter(parcel -> !parcel.mayRepeat()).toList();
    }

    /** Those that go one by one, so that a repeat which the broker drops takes no other with it. */
    List<Parcel> repeats() {
        return parcels.stream().filter(Parcel::mayRepeat).toList();
    }

    /** All of them in so many hands at most, dealt like cards, so that the order of urgency holds across the hands. */
    List<List<Parcel>> deal(int hands) {
        return IntStream.range(0, Math.min(hands, parcels.size()))
                .mapToObj(hand -> IntStream.iterate(hand, next -> next < parcels.size(), next -> next + hands)
                        .mapToObj(parcels::get)
                        .toList())
                .toList();
    }

    void sent(Parcel parcel) {
        if (settled.add(parcel.id())) {
            sent.add(parcel);
        }
    }

    /** Whether this is the first that is told of its outcome. */
    boolean settle(Parcel parcel) {
        return settled.add(parcel.id());
    }

    List<Parcel> allSent() {
        return List.copyOf(sent);
    }
}
