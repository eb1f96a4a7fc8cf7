package org.stepbridge.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.evidence.Look.Standing;
import org.stepbridge.model.Considered;
import org.stepbridge.model.FoundNotes;
import org.stepbridge.model.Merges;
import org.stepbridge.model.Note;
import org.stepbridge.model.Request;
import org.stepbridge.model.Verdict;

/**
 * Checks the notes of a child against an evidence rule: who the note is about, what kind of note it is, and then, for
 * the few that are left, what its words say.
 */
public final class EvidenceCheck {
    private static final String FOLLOWED = " It stands under a record that was merged with the child's.";

    private final NoteReader reader;

    /** A check that lets this reader read the notes' words. */
    public EvidenceCheck(NoteReader reader) {
        this.reader = reader;
    }

    /**
     * Whether these notes evidence what the rule asks for. Wrongly accepting is worst, wrongly returning next, asking is
     * cheap; so a doubt that matters is always {@link Verdict.Unclear}.
     *
     * @param request the request
     * @param requestedOn the day it was raised, in the authority's time zone
     * @param rule the rule
     * @param notes every note that could be about the child: those that share an identifier or the family's episode, and
     *     those that carry none but agree in name and date of birth; in any order
     */
    public Verdict check(Request request, LocalDate requestedOn, EvidenceRule rule, List<Note> notes) {
        return check(request, requestedOn, rule, new FoundNotes(notes, Merges.NONE));
    }

    /**
     * The same where records of persons were merged. Merges that are known are followed; while nobody knows into which
     * record one of the child's own was merged, notes may stand where nobody looks, and it is asked.
     *
     * @param found the notes as above, also those under the numbers of merged records, and the merges
     */
    public Verdict check(Request request, LocalDate requestedOn, EvidenceRule rule, FoundNotes found) {
        Scope scope = Scope.of(rule, requestedOn);
        String counterpart = rule.counterpartField().isEmpty()
                ? ""
                : request.details().text(rule.counterpartField()).strip();
        Question question = new Question(rule.about(), counterpart, request.child(), rule.phrases());
        List<Look> looks = new ArrayList<>(found.notes().size());
        for (Note note : found.notes()) {
            looks.add(look(note, scope, question, found.merges()));
        }
        Verdict verdict = new LastWord(looks, requestedOn, rule.clause(), look -> aloud(look, question))
                .verdict(request.child().identified());
        return MergedChild.question(request.child(), found.merges())
                .<Verdict>map(asked -> new Verdict.Unclear(
                        asked,
                        verdict.considered().stream()
                                .map(Considered::notCounting)
                                .toList()))
                .orElse(verdict);
    }

    /** Whether this note is about another child than the request, so that nobody may take it for evidence. */
    public static boolean aboutAnother(Request request, Note note, Merges merges) {
        return Identity.of(request.child(), note.child(), merges) == Identity.OTHER;
    }

    private Look look(Note note, Scope scope, Question question, Merges merges) {
        Identity identity = Identity.of(question.child(), note.child(), merges);
        LocalDate date = note.date();
        if (!scope.mayBeAbout(identity)) {
            return ruledOut(note, "It is about somebody else.");
        }
        if (note.problem() != null || date == null) {
            String why = "Its row could not be read in full.";
            return new Look(note, Standing.BROKEN, why, why, null);
        }
        boolean couldHaveAgreed = scope.couldHaveAgreed(note);
        if (!scope.rightType(note)) {
            Standing standing = couldHaveAgreed ? Standing.ASIDE : Standing.RULED_OUT;
            return new Look(note, standing, "Its type is not one that counts.", doubt(identity, note), null);
        }
        if (!scope.rightAuthor(note)) {
            Standing standing = couldHaveAgreed ? Standing.COVERING : Standing.RULED_OUT;
            return new Look(
                    note, standing, "The role of its author is not one that counts.", doubt(identity, note), null);
        }
        if (scope.tooOld(date)) {
            return ruledOut(note, "It is dated before the days that count.");
        }
        Reading reading = reader.read(note, question);
        String why = identity == Identity.MERGED ? reading.because() + FOLLOWED : reading.because();
        return new Look(note, Standing.IN_SCOPE, why, doubt(identity, note), reading);
    }

    /** The same look with its words read, for a note that can only speak against. */
    private Look aloud(Look look, Question question) {
        return look.reading() != null
                ? look
                : new Look(look.note(), look.standing(), look.why(), look.doubt(), reader.read(look.note(), question));
    }

    private static Look ruledOut(Note note, String why) {
        return new Look(note, Standing.RULED_OUT, why, null, null);
    }

    private static @Nullable String doubt(Identity identity, Note note) {
        return switch (identity) {
            case CONTRADICTED -> "One of its identifiers is the child's, another is somebody else's.";
            case CANDIDATE -> "It carries no identifier to compare, but name and date of birth agree.";
            case UNSETTLED ->
                "One of its identifiers is the child's, another is of a record that was merged nobody knows where.";
            case SIBLING -> "It is on the record of another child of the family.";
            case SAME, MERGED, FAMILY, OTHER ->
                Look.aheadOfItself(note) ? "It is dated later than it was written." : null;
        };
    }
}
