package org.stepbridge.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Decider;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.FoundNotes;
import org.stepbridge.model.Merges;
import org.stepbridge.model.Note;
import org.stepbridge.model.Request;

/** Finds the notes that could be about the children of a batch of requests; called inside the ledger's transactions. */
@Component
class ChildrensNotes {
    private final Notes notes;
    private final MergedPersons merged;

    ChildrensNotes(Notes notes, MergedPersons merged) {
        this.notes = notes;
        this.merged = merged;
    }

    /** The notes about each request's child; none are looked up for requests that no note can decide. */
    List<FoundNotes> about(Authority authority, List<Request> all, Decider decider) {
        List<Integer> asking = new ArrayList<>();
        List<FoundNotes> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            found.add(FoundNotes.NONE);
            if (decider.readsNotes(all.get(i))) {
                asking.add(i);
            }
        }
        if (!asking.isEmpty()) {
            List<Child> children = asking.stream().map(i -> all.get(i).child()).toList();
            boolean any = merged.any(authority);
            Merges merges = any ? merged.of(authority, children) : Merges.NONE;
            List<List<Note>> about = notes.about(authority, children, merges);
            if (any) { // a note that was found by one number may have another
                merges = merged.of(
                        authority,
                        Stream.concat(
                                        children.stream(),
                                        about.stream().flatMap(List::stream).map(Note::child))
                                .toList());
            }
            for (int k = 0; k < asking.size(); k++) {
                found.set(asking.get(k), new FoundNotes(about.get(k), merges));
            }
        }
        return found;
    }
}
