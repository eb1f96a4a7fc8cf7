package org.stepbridge.casework;

import java.util.function.Function;
import org.stepbridge.evidence.EvidenceCheck;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Request;
import org.stepbridge.protocol.EvidenceStep;
import org.stepbridge.protocol.RequestRules;
import org.stepbridge.protocol.Ruling;

/** Decides each case by the live protocol of its authority. */
public final class Caseworker implements Decider {
    private final Function<Authority, Pack> packs;
    private final Ruling ruling;

    /** A caseworker who knows these packs and reads evidence with this check. */
    public Caseworker(Packs packs, EvidenceCheck check) {
        this(packs::of, new Ruling(check));
    }

    private Caseworker(Function<Authority, Pack> packs, Ruling ruling) {
        this.packs = packs;
        this.ruling = ruling;
    }

    /** One who decides by this pack, live or not, and reads as this one does. */
    public Decider by(Pack pack) {
        return new Caseworker(authority -> pack, ruling);
    }

    @Override
    public Decision decide(Case aCase) {
        Pack pack = packs.apply(aCase.request().authority());
        return ruling.decide(
                pack.protocol(),
                aCase.request(),
                aCase.flags(),
                aCase.found(),
                aCase.watermark(),
                aCase.answers(),
                aCase.now());
    }

    @Override
    public boolean readsNotes(Request request) {
        RequestRules rules =
                packs.apply(request.authority()).protocol().requests().get(request.type());
        return rules != null && rules.evidence().stream().anyMatch(EvidenceStep.ByNote.class::isInstance);
    }
}
