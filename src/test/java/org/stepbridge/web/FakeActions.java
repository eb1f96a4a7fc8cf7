package org.stepbridge.web;

import java.util.ArrayList;
import java.util.List;
import org.stepbridge.casework.Actions;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Deed;
import org.stepbridge.casework.DeedResult;
import org.stepbridge.model.RequestState;

/** Takes every deed and answers as it was told to. */
class FakeActions implements Actions {
    final List<Deed> deeds = new ArrayList<>();
    DeedResult answer = new DeedResult.Done(RequestState.ALLOCATED);

    void clear() {
        deeds.clear();
        answer = new DeedResult.Done(RequestState.ALLOCATED);
    }

    @Override
    public DeedResult perform(Deed deed, Decider decider) {
        deeds.add(deed);
        return answer;
    }
}
