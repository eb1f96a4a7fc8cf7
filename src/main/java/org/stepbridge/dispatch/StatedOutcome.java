package org.stepbridge.dispatch;

import java.util.List;
import java.util.Optional;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Incoming;

/**
 * An outcome that a reply states in the form that the email to MASH asks for: its first line is {@code ACCEPTED}, or
 * {@code REJECTED: } and why. Everything else is for a person to read; nothing is guessed.
 */
final class StatedOutcome {
    private static final String ACCEPTED = "ACCEPTED";
    private static final String REJECTED = "REJECTED:";

    private StatedOutcome() {}

    /** The outcome that this plain text begins with. A rationale goes on to the first empty or quoted line. */
    static Optional<Incoming.Stated> in(String text) {
        List<String> lines =
                text.lines().map(String::strip).dropWhile(String::isEmpty).toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String first = lines.get(0);
        if (first.equals(ACCEPTED)) {
            return Optional.of(new Incoming.Stated(Action.Said.ACCEPTED, ""));
        } else if (!first.startsWith(REJECTED)) {
            return Optional.empty();
        }
        String rationale = String.join(
                        " ",
                        lines.stream()
                                .takeWhile(line -> !line.isEmpty() && !line.startsWith(">"))
                                .toList())
                .substring(REJECTED.length())
                .strip();
        return rationale.isEmpty()
                ? Optional.empty()
                : Optional.of(new Incoming.Stated(Action.Said.REJECTED, rationale));
    }
}
