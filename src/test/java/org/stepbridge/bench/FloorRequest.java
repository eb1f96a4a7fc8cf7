package org.stepbridge.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request as its export has it, with where it goes and the note that decided. */
record FloorRequest(
        List<String> fields, Outcome outcome, @Nullable String noteId) {
    enum Outcome {
        RETURN,
        ALLOCATION,
        EVIDENCE_BASED,
        STEP_UP
    }

    String id() {
        return fields.get(0);
    }
}
