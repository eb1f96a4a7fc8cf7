package org.stepbridge.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.LoggedIn;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Viewer;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;

/** The part of the program that whoever asks may see: the one place that pages get authorities from. */
@Component
class Sight {
    private final LoggedIn loggedIn;
    private final Packs packs;

    Sight(LoggedIn loggedIn, Packs packs) {
        this.loggedIn = loggedIn;
        this.packs = packs;
    }

    Viewer viewer() {
        return loggedIn.required();
    }

    /** The live packs of the viewer's authorities. */
    List<Pack> packs() {
        Viewer viewer = viewer();
        return packs.live().stream()
                .filter(pack -> viewer.sees(pack.authority()))
                .toList();
    }

    /** The viewer's authorities. */
    List<Authority> authorities() {
        return packs().stream().map(Pack::authority).toList();
    }

    /** The pack of this name, if it is live and the viewer's to see. */
    Optional<Pack> pack(String authority) {
        return packs().stream()
                .filter(pack -> pack.authority().name().equals(authority))
                .findFirst();
    }

    /** The pack whose requests are called so, if it is live and the viewer's to see. */
    Optional<Pack> pack(Reference reference) {
        return packs().stream()
                .filter(pack -> reference.value().startsWith(pack.code() + "-"))
                .findFirst();
    }

    /** The pack of one of the viewer's authorities. */
    Pack pack(Authority authority) {
        return pack(authority.name()).orElseThrow();
    }

    /** Whether nothing is hidden from the viewer. */
    boolean everything() {
        return packs().size() == packs.live().size();
    }
}
