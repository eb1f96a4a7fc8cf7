package org.stepbridge.casework;

import java.util.List;
import java.util.Map;
import org.stepbridge.model.Authority;

/** The protocol packs. */
public interface Packs {

    /** The packs that are live, in the order of their names. */
    List<Pack> live();

    /** The pack of a live authority. @throws IllegalArgumentException if it is not live */
    default Pack of(Authority authority) {
        return live().stream()
                .filter(pack -> pack.protocol().authority().equals(authority))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no live pack is called " + authority));
    }

    /** Authorities that should be live but whose pack is bad: name to what is wrong and how to mend it, a line each. */
    Map<String, List<String>> refused();
}
