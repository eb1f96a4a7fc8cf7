package org.stepbridge.web;

import org.stepbridge.casework.PushedRequests;
import org.stepbridge.model.Authority;

/** Takes nothing in, and answers what a test says. */
class FakePushes implements PushedRequests {
    private static final Result NOTHING = new Result.Malformed("nothing is taken in here");

    Result answer = NOTHING;

    void clear() {
        answer = NOTHING;
    }

    @Override
    public Result take(Authority authority, String by, byte[] body) {
        return answer;
    }
}
