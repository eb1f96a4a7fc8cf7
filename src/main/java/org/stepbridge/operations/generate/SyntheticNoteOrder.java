package org.stepbridge.operations.generate;

import java.util.Arrays;
import java.util.List;
import org.stepbridge.operations.generate.SyntheticChance.Purpose;

/**
 * In which order the notes stand in their file: shuffled, and held as one number a note (two for each request, its
 * first and second note, and the negative ones for ordinary notes), so that millions of notes need only megabytes.
 */
final class SyntheticNoteOrder {
    private static final int FIRST_NOTE_ID = 10_000_000;

    private final int[] places;
    private final int[] citedPlace;

    SyntheticNoteOrder(SyntheticPlan plan, byte[] kinds) {
        places = new int[plan.notes()];
        citedPlace = new int[plan.requests()];
        int next = 0;
        for (int index = 0; index < plan.requests(); index++) {
            int count = SyntheticCase.of(plan, index, kinds).notes(plan).size();
            if (next + count > places.length) {
                throw new IllegalArgumentException(
                        "too few notes per request: the notes that decide the requests are more alone");
            }
            for (int ordinal = 0; ordinal < count; ordinal++) {
                places[next++] = index * 2 + ordinal;
            }
        }
        for (int ordinary = 0; next < places.length; ordinary++) {
            places[next++] = -1 - ordinary;
        }
        plan.chance(Purpose.ORDER, 0).shuffle(places);
        Arrays.fill(citedPlace, -1);
        for (int place = 0; place < places.length; place++) {
            if (places[place] >= 0) {
                rememberIfCited(plan, kinds, place);
            }
        }
    }

    private void rememberIfCited(SyntheticPlan plan, byte[] kinds, int place) {
        int index = request(place);
        List<SyntheticNote> notes = SyntheticCase.of(plan, index, kinds).notes(plan);
        if (notes.get(ordinal(place)).cited()) {
            citedPlace[index] = place;
        }
    }

    int size() {
        return places.length;
    }

    /** The number of the ordinary note in this place, or -1 where a request's note stands. */
    int ordinary(int place) {
        return places[place] < 0 ? -1 - places[place] : -1;
    }

    /** The index of the request whose note stands in this place. */
    int request(int place) {
        return places[place] / 2;
    }

    /** Whether it is the first (0) or the second (1) note of its request. */
    int ordinal(int place) {
        return places[place] % 2;
    }

    String noteId(int place) {
        return "GN" + (FIRST_NOTE_ID + place);
    }

    /** The note a right decision of this request cites; empty where it cites none. */
    String citedNoteId(int index) {
        return citedPlace[index] < 0 ? "" : noteId(citedPlace[index]);
    }
}
