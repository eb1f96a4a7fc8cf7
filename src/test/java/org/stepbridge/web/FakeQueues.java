package org.stepbridge.web;

import java.util.ArrayList;
import java.util.List;
import org.stepbridge.casework.Action.Party;
import org.stepbridge.casework.Queues;
import org.stepbridge.model.Authority;
import org.stepbridge.model.RequestState;

/** What tests let the hub and MASH wait for. */
class FakeQueues implements Queues {
    final List<Queued> waiting = new ArrayList<>();

    @Override
    public List<Queued> waitingFor(Party party, List<Authority> authorities, int most) {
        return waiting.stream()
                .filter(line -> authorities.contains(line.authority()))
                .filter(line -> (line.state() == RequestState.QUEUED_FOR_HUB) == (party == Party.HUB))
                .limit(most)
                .toList();
    }
}
