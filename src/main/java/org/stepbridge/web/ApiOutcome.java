package org.stepbridge.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Action.Party;
import org.stepbridge.casework.Action.RecordOutcome;
import org.stepbridge.casework.Action.Said;

/** What the hub or MASH decided, as a program sends it; nothing of it is sure yet. */
@Schema(
        description = "What was decided. The hub accepts, waitlists or declines; MASH accepts or rejects.",
        requiredProperties = {"by", "outcome", "rationale"})
record ApiOutcome(
        @Schema(
                description = "Who decided it.",
                allowableValues = {"mash", "hub"})
        @Nullable
        String by,

        @Schema(
                description = "What was decided.",
                allowableValues = {"accepted", "waitlisted", "declined", "rejected"})
        @Nullable
        String outcome,

        @Schema(description = "Why. Of what is turned down, it goes to whoever asked.", maxLength = MOST) @Nullable
        String rationale) {
    static final int MOST = 10_000;

    /** Who decided it, where that is one of them. */
    Optional<Party> party() {
        return Stream.of(Party.values())
                .filter(party -> party.label().equals(by))
                .findFirst();
    }

    /** What is wrong with which field; nothing when it can be read. */
    List<ApiProblem.FieldError> problems() {
        List<ApiProblem.FieldError> problems = new ArrayList<>();
        if (party().isEmpty()) {
            problems.add(new ApiProblem.FieldError("by", "It is mash or hub."));
        } else if (said().isEmpty()) {
            problems.add(new ApiProblem.FieldError(
                    "outcome",
                    party().orElseThrow() == Party.HUB
                            ? "The hub's is accepted, waitlisted or declined."
                            : "That of MASH is accepted or rejected."));
        }
        if (rationale == null || rationale.isBlank()) {
            problems.add(new ApiProblem.FieldError("rationale", "Say why."));
        } else if (rationale.length() > MOST) {
            problems.add(new ApiProblem.FieldError("rationale", "It is longer than " + MOST + " characters."));
        } else if (rationale.indexOf('\0') >= 0) {
            problems.add(new ApiProblem.FieldError("rationale", "It holds a character that is none (U+0000)."));
        }
        return problems;
    }

    /** The action that it asks for; only when there are no problems. */
    RecordOutcome action() {
        return new RecordOutcome(party().orElseThrow(), said().orElseThrow(), reason(), null);
    }

    /** Why, in their own words. */
    String reason() {
        return rationale == null ? "" : rationale.strip();
    }

    private Optional<Said> said() {
        return party().stream()
                .flatMap(party -> party.says().stream())
                .filter(said -> said.label().equals(outcome))
                .findFirst();
    }
}
