package org.stepbridge.evidence;

import java.time.LocalDate;
import java.util.List;
import org.stepbridge.model.Note;
import org.stepbridge.model.Request;
import org.stepbridge.model.Verdict;

/** Checks the notes of a child against an evidence rule. */
public final class EvidenceCheck {
    private final NoteReader reader;

    /** A check that lets this reader read the notes' words. */
    public EvidenceCheck(NoteReader reader) {
        this.reader = reader;
    }

    /**
     * Whether these notes evidence what the rule asks for.
     *
     * @param request the request
     * @param requestedOn the day it was raised, in the authority's time zone
     * @param rule the rule
     * @param notes every note that could be about the child: those that share an identifier, and those that carry none
     *     but agree in name and date of birth; in any order
     */
    public Verdict check(Request request, LocalDate requestedOn, EvidenceRule rule, List<Note> notes) {
        throw new UnsupportedOperationException("written next: " + reader + request + requestedOn + rule + notes);
    }
}
