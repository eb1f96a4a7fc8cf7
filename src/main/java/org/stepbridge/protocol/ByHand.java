package org.stepbridge.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepbridge.evidence.EvidenceCheck;
import org.stepbridge.model.Answer;
import org.stepbridge.model.Considered;
import org.stepbridge.model.FoundNotes;
import org.stepbridge.model.Request;
import org.stepbridge.model.Verdict;

/** What people's answers change in a ruling: of each kind the latest holds. */
final class ByHand {
    static final String NOTE_CHOSEN = "A person found that the note confirms what the managers agreed.";

    private ByHand() {}

    /** The note that a person chose. */
    static Optional<String> note(List<Answer> answers) {
        return latest(answers, Answer.UseNote.class).map(Answer.UseNote::noteId);
    }

    /** The place that a person named; none once a later answer returns it. */
    static Optional<String> place(List<Answer> answers) {
        return latest(answers, Answer.SendTo.class).map(Answer.SendTo::place);
    }

    /** The words with which a person returns it; none once a later answer lets it go on. */
    static Optional<String> giveBack(List<Answer> answers) {
        return answers.isEmpty() || !(answers.get(answers.size() - 1) instanceof Answer.GiveBack last)
                ? Optional.empty()
                : Optional.of(last.text());
    }

    /** The verdict with the chosen note first; empty when no such note was found for the child. */
    static Optional<Verdict> evidenced(String noteId, Request request, FoundNotes found, List<Considered> considered) {
        if (found.notes().stream()
                .noneMatch(note ->
                        note.noteId().equals(noteId) && !EvidenceCheck.aboutAnother(request, note, found.merges()))) {
            return Optional.empty();
        }
        List<Considered> others = new ArrayList<>();
        Considered chosen = null;
        for (Considered one : considered) {
            if (one.noteId().equals(noteId)) {
                chosen = new Considered(
                        one.noteId(), one.date(), one.author(), one.authorRole(), true, NOTE_CHOSEN, one.spans());
            } else {
                others.add(one.notCounting());
            }
        }
        if (chosen == null) {
            return Optional.empty();
        }
        others.add(0, chosen);
        return Optional.of(new Verdict.Evidenced(chosen, List.of(), others));
    }

    private static <T extends Answer> Optional<T> latest(List<Answer> answers, Class<T> kind) {
        return answers.stream().filter(kind::isInstance).map(kind::cast).reduce((earlier, later) -> later);
    }
}
