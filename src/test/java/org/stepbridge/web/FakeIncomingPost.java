package org.stepbridge.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Incoming;
import org.stepbridge.casework.IncomingPost;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;

/** Post that tests put there, all of it unsettled and about whatever request is asked for. */
class FakeIncomingPost implements IncomingPost {
    final List<Line> lines = new ArrayList<>();
    final List<String> done = new ArrayList<>();

    void clear() {
        lines.clear();
        done.clear();
    }

    void add(long id, Kind kind, String problem) {
        lines.add(new Line(
                id,
                PagesApp.ROTHERHAM,
                Incoming.Source.MAILBOX,
                kind,
                PagesApp.NOW.minus(java.time.Duration.ofHours(3)),
                problem));
    }

    @Override
    public List<Line> unsettled(List<Authority> authorities, int most) {
        return lines.stream()
                .filter(line -> authorities.contains(line.authority()))
                .limit(most)
                .toList();
    }

    @Override
    public List<Line> about(List<Authority> authorities, Reference reference) {
        return unsettled(authorities, lines.size());
    }

    @Override
    public Optional<Opened> open(List<Authority> authorities, long id, String actor) {
        return unsettled(authorities, lines.size()).stream()
                .filter(line -> line.id() == id)
                .map(line -> new Opened(line, true, "We do not know <this> child."))
                .findFirst();
    }

    @Override
    public boolean settle(List<Authority> authorities, long id, String actor, String reason) {
        boolean there = open(authorities, id, actor).isPresent();
        if (there) {
            done.add(id + " " + actor + " " + reason);
            lines.removeIf(line -> line.id() == id);
        }
        return there;
    }

    @Override
    public Optional<Sent> sent(Authority authority, Incoming.About about) {
        throw new IllegalStateException("pages match nothing");
    }

    @Override
    public Optional<Action.Said> said(Authority authority, Reference reference, Action.Party party) {
        throw new IllegalStateException("pages match nothing");
    }

    @Override
    public boolean file(Incoming incoming, @Nullable Sent about, Kind kind, String problem) {
        throw new IllegalStateException("pages file nothing");
    }
}
