package org.stepbridge.packs;

import java.util.Map;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.ActivePacks.Activation;

/** Puts in force what an authority starts with, so that from then on a change of its files is an act of somebody's. */
@Component
class FirstActivation {
    private static final String BY = "stepbridge";
    private static final String REASON = "the first start with this authority";

    private final MappingsPacks packs;
    private final PackStore store;
    private final PackSettings settings;

    FirstActivation(MappingsPacks packs, PackStore store, PackSettings settings) {
        this.packs = packs;
        this.store = store;
        this.settings = settings;
    }

    @EventListener(ContextRefreshedEvent.class)
    void activate() {
        Map<String, Activation> inForce = store.active().inForce();
        packs.live().stream()
                .filter(pack -> !inForce.containsKey(pack.authority().name()))
                // where another node was quicker, its own is taken over
                .forEach(pack -> store.activate(
                        settings.mappings().resolve(pack.authority().name()), pack, BY, REASON, 0));
        packs.renew();
    }
}
