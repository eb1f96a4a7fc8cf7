package org.stepbridge.web;

import java.time.Instant;
import org.stepbridge.casework.CaseFile;
import org.stepbridge.casework.Pack;

/**
 * The top of a request's page, in words.
 *
 * @param what its type and its council
 * @param tag the class of the state's tag
 * @param standing how long it has been in its state
 * @param decided when, and by which version of the protocol
 * @param changed how often its content has changed; empty when it never has
 */
record RequestHead(
        String what, String state, String tag, boolean urgent, String standing, String decided, String changed) {

    static RequestHead of(CaseFile file, Pack pack, Instant now) {
        var standing = file.standing();
        int changes = standing.version() - 1;
        return new RequestHead(
                type(file, pack) + ", " + pack.title(),
                StateWords.title(standing.state()),
                StateWords.tag(standing.state()),
                standing.urgent(),
                Times.age(standing.since(), now),
                Times.moment(file.ruling().at(), pack.zone()) + ", protocol "
                        + file.ruling().decision().protocol().version(),
                changes == 0 ? "" : changes == 1 ? "It was changed once." : "It was changed " + changes + " times.");
    }

    static String type(CaseFile file, Pack pack) {
        String type = file.request().type();
        return type.isEmpty() ? "Request of unknown type" : pack.typeTitle(type);
    }
}
