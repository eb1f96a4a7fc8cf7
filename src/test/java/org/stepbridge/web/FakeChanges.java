package org.stepbridge.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackChanges;
import org.stepbridge.model.Authority;

/** Notes what is activated. */
class FakeChanges implements PackChanges {
    final List<String> activated = new ArrayList<>();
    Standing standing = new Standing(Optional.empty(), Optional.empty(), List.of());

    void clear() {
        activated.clear();
        standing = new Standing(Optional.empty(), Optional.empty(), List.of());
    }

    @Override
    public Standing standing(Authority authority) {
        return standing;
    }

    @Override
    public Optional<Pack> files(Authority authority) {
        return standing.changed().map(version -> new PagesApp.FakePacks().live().get(0));
    }

    @Override
    public ActResult activate(Authority authority, String contentHash, String by, String reason) {
        activated.add(authority + " " + contentHash + " " + by + ": " + reason);
        return ActResult.DONE;
    }

    @Override
    public void renew() {}
}
