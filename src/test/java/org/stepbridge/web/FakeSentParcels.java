package org.stepbridge.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Letters;
import org.stepbridge.casework.Parcel;
import org.stepbridge.casework.SentParcels;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;

/** Deliveries that tests put there, what they say, and who read them. */
class FakeSentParcels implements SentParcels, Letters {
    private final Map<UUID, Parcel> parcels = new HashMap<>();
    private final Map<UUID, String> sources = new HashMap<>();
    final List<String> read = new ArrayList<>();

    void clear() {
        parcels.clear();
        sources.clear();
        read.clear();
    }

    void add(Parcel parcel, @Nullable String source) {
        parcels.put(parcel.id(), parcel);
        sources.put(parcel.id(), source);
    }

    @Override
    public Optional<Parcel> open(Reference reference, UUID delivery, List<Authority> authorities, String actor) {
        Optional<Parcel> found = Optional.ofNullable(parcels.get(delivery))
                .filter(parcel -> parcel.item().reference().equals(reference))
                .filter(parcel -> authorities.contains(parcel.authority()));
        found.ifPresent(parcel -> read.add(actor + " " + reference));
        return found;
    }

    @Override
    public String source(Parcel parcel) {
        String source = sources.get(parcel.id());
        if (source == null) {
            throw new IllegalArgumentException("the pack has lost the template");
        }
        return source;
    }
}
