package org.stepbridge.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Answer;
import org.stepbridge.model.Flag;
import org.stepbridge.model.FoundNotes;
import org.stepbridge.model.Request;

/**
 * Everything a decision about one request rests on.
 *
 * @param request its latest version
 * @param flags what was noticed while reading it
 * @param found every note that could be about the child, with what is known of merged records
 * @param watermark how far the authority's notes are complete; null when none was ever read
 * @param answers what people have answered about this version, oldest first
 * @param now the time of the decision
 */
public record Case(
        Request request,
        List<Flag> flags,
        FoundNotes found,
        @Nullable Instant watermark,
        List<Answer> answers,
        Instant now) {
    public Case {
        flags = List.copyOf(flags);
        answers = List.copyOf(answers);
    }
}
