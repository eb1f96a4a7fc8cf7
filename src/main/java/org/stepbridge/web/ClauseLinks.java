package org.stepbridge.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Pack;

/** Where a clause of one of the viewer's protocols can be read. Public for the templates. */
public final class ClauseLinks {
    private final List<Pack> packs;

    ClauseLinks(List<Pack> packs) {
        this.packs = packs;
    }

    /** Its address; null where the viewer has no protocol with such a clause. */
    public @Nullable String to(String clause) {
        return packs.stream()
                .filter(pack -> clause.startsWith(pack.code()) && pack.plain().has(clause))
                .map(pack -> "/protocol/" + pack.authority().name() + "#" + clause)
                .findFirst()
                .orElse(null);
    }
}
