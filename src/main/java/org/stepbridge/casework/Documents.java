package org.stepbridge.casework;

import java.util.Arrays;
import java.util.List;

/** The documents that travel with a step-up: looked for once, at the first try, and kept for every later one. */
public final class Documents {
    private final DocumentFinder finder;
    private final DocumentStore store;

    /** What these two do together. */
    public Documents(DocumentFinder finder, DocumentStore store) {
        this.finder = finder;
        this.store = store;
    }

    /** The documents that the request of this delivery names, attached or with the reason why not. */
    public List<Document> of(Parcel parcel) {
        List<String> names = names(parcel);
        if (names.isEmpty()) {
            return List.of();
        }
        List<Document> kept = store.kept(parcel.id());
        if (kept.isEmpty()) {
            store.keep(parcel.id(), finder.find(parcel.item().request(), names));
            kept = store.kept(parcel.id());
        }
        return kept;
    }

    /** As {@link #of}, without looking for any: of a delivery that was never tried, the names alone. */
    public List<Document> known(Parcel parcel) {
        List<String> names = names(parcel);
        List<Document> kept = names.isEmpty() ? List.of() : store.kept(parcel.id());
        return kept.isEmpty()
                ? names.stream()
                        .map(name -> Document.leftOut(name, "It is looked for when this is first sent"))
                        .toList()
                : kept;
    }

    private static List<String> names(Parcel parcel) {
        String text = parcel.item().request().details().text("attachments");
        return Arrays.stream(text.split("\\|", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
