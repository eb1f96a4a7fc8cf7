package org.stepbridge.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may answer where a request waits for a person, each a button, and the answer whose form is open.
 *
 * @param buttons one for each answer
 * @param open the answer that was chosen, by its name in the addresses of forms; empty until one was
 * @param note the note that was chosen; null when the answer is another one
 */
record Answers(List<Button> buttons, String open, @Nullable NoteCard note) {
    /** Further notes have their button where they stand. */
    private static final int NOTES = 3;

    /**
     * A button, as a field of the form that asks for an answer's own form.
     *
     * @param title what it says
     */
    record Button(String name, String value, String title) {}

    /**
     * The answers that are offered.
     *
     * @param chosen the answer that was chosen by its name; what is not offered counts as none
     * @param number the number of the note that was chosen; 0 for none
     */
    static Answers of(RequestDeeds can, List<NoteCard> notes, String chosen, int number) {
        List<Button> buttons = new ArrayList<>();
        List<NoteCard> usable = can.settle() ? usable(notes) : List.of();
        usable.stream()
                .limit(NOTES)
                .map(note -> new Button(
                        "note", String.valueOf(note.number()), "Use the note of " + note.date() + " by " + note.who()))
                .forEach(buttons::add);
        if (can.settle() && !can.places().isEmpty()) {
            buttons.add(answer("forward", "Send it on"));
        }
        if (can.giveBack()) {
            buttons.add(answer("return", "Return it to whoever asked"));
        }
        if (can.recheck()) {
            buttons.add(answer("recheck", "Check it again now"));
        }
        NoteCard note = usable.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElse(null);
        boolean offered = buttons.stream()
                .anyMatch(button ->
                        button.name().equals("answer") && button.value().equals(chosen));
        String open = offered ? chosen : "";
        return new Answers(buttons, note == null ? open : "use-note", note);
    }

    /** Those first in which words were read that may decide. */
    private static List<NoteCard> usable(List<NoteCard> notes) {
        return notes.stream()
                .filter(NoteCard::usable)
                .sorted(Comparator.comparing(note -> !note.speaks()))
                .toList();
    }

    private static Button answer(String value, String title) {
        return new Button("answer", value, title);
    }
}
