package org.stepbridge.routing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Actions;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Deed;
import org.stepbridge.casework.DeedResult;
import org.stepbridge.casework.Incoming;
import org.stepbridge.casework.IncomingPost;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;

/** Remembers what it was given and knows every mail that is asked for; fails as often as it is told to. */
final class FakePost implements IncomingPost, Actions {
    final List<String> filed = new CopyOnWriteArrayList<>();
    final List<Deed> deeds = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();

    void clear() {
        filed.clear();
        deeds.clear();
        failures.set(0);
    }

    @Override
    public DeedResult perform(Deed deed, Decider decider) {
        deeds.add(deed);
        return new DeedResult.Done(RequestState.CLOSED);
    }

    @Override
    public boolean file(Incoming incoming, @Nullable Sent about, Kind kind, String problem) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the database is away");
        }
        filed.add(kind + (about == null ? "" : " " + about.delivery()));
        return true;
    }

    @Override
    public Optional<Sent> sent(Authority authority, Incoming.About about) {
        return about.deliveries().stream()
                .map(id -> new Sent(id, Channel.MASH_EMAIL, new Reference("BOR-2026-000123"), true))
                .findFirst();
    }

    @Override
    public Optional<Action.Said> said(Authority authority, Reference reference, Action.Party party) {
        return Optional.empty();
    }

    @Override
    public List<Line> unsettled(List<Authority> authorities, int most) {
        return List.of();
    }

    @Override
    public List<Line> about(List<Authority> authorities, Reference reference) {
        return List.of();
    }

    @Override
    public Optional<Opened> open(List<Authority> authorities, long id, String actor) {
        return Optional.empty();
    }

    @Override
    public boolean settle(List<Authority> authorities, long id, String actor, String reason) {
        return false;
    }
}
