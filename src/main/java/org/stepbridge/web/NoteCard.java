package org.stepbridge.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stepbridge.casework.CaseFile;
import org.stepbridge.model.Considered;
import org.stepbridge.model.Note;
import org.stepbridge.model.Span;
import org.stepbridge.model.Verdict;

/**
 * A note that was considered for a request, in words.
 *
 * @param who its author and their role
 * @param number its place among the notes considered, from 1
 * @param counts whether it is the evidence
 * @param why why it counts or does not
 * @param subject its heading, with the words that decided
 * @param text its words, with those that decided
 * @param state what must be known of the text: that it is gone, or changed since; empty when it is as it was read
 * @param words the words that decided as they were read, when they no longer stand in the note
 * @param usable whether a person may say that it is the evidence after all
 */
record NoteCard(
        int number,
        String id,
        String date,
        String who,
        boolean counts,
        String why,
        List<Passage> subject,
        List<Passage> text,
        String state,
        List<String> words,
        boolean usable) {

    /** Every note that the decision considered, the one that counts first. */
    static List<NoteCard> all(CaseFile file) {
        Verdict evidence = file.ruling().decision().evidence();
        return evidence == null
                ? List.of()
                : IntStream.range(0, evidence.considered().size())
                        .mapToObj(place -> of(place + 1, evidence.considered().get(place), file))
                        .toList();
    }

    /** Whether words were read in it that may decide. */
    boolean speaks() {
        return Stream.concat(subject.stream(), text.stream()).anyMatch(Passage::decided);
    }

    private static NoteCard of(int number, Considered considered, CaseFile file) {
        Optional<Note> note = file.notes().stream()
                .filter(each -> each.noteId().equals(considered.noteId()))
                .findFirst();
        boolean changed = note.isPresent()
                && considered.spans().stream().anyMatch(span -> !Passage.holds(field(note.get(), span), span));
        return new NoteCard(
                number,
                considered.noteId(),
                considered.date() == null ? "No date" : Times.day(considered.date()),
                considered.author() + (considered.authorRole().isEmpty() ? "" : ", " + considered.authorRole()),
                considered.counts(),
                considered.why(),
                note.map(there -> Passage.of(there.subject(), Span.Where.SUBJECT, considered.spans()))
                        .orElse(List.of()),
                note.map(there -> Passage.of(there.text(), Span.Where.TEXT, considered.spans()))
                        .orElse(List.of()),
                note.isEmpty()
                        ? "The note is no longer kept here."
                        : changed ? "The note was changed after it was read. These are the words that decided." : "",
                note.isEmpty() || changed
                        ? considered.spans().stream().map(Span::words).toList()
                        : List.of(),
                note.isPresent() && !considered.counts());
    }

    private static String field(Note note, Span span) {
        return span.where() == Span.Where.SUBJECT ? note.subject() : note.text();
    }
}
