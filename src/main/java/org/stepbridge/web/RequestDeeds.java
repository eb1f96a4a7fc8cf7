package org.stepbridge.web;

import java.util.List;
import org.stepbridge.casework.CaseFile;
import org.stepbridge.casework.Course;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Right;
import org.stepbridge.casework.Viewer;
import org.stepbridge.model.RequestState;

/**
 * What somebody is offered to do to a request as it stands. It is only an offer: the guards and the ledger decide.
 *
 * @param settle use a note, send it on, return it
 * @param recheck check it again now
 * @param places where it may be sent
 * @param events what may be recorded that the protocol has a name for
 * @param giveBack whether it may be returned: never when it is urgent
 */
record RequestDeeds(
        boolean settle,
        boolean recheck,
        List<Place> places,
        List<Place> events,
        boolean giveBack,
        boolean close,
        boolean disagree,
        boolean tick,
        boolean call,
        boolean manage,
        boolean deliver,
        boolean hub,
        boolean mash) {

    /** Where a request may be sent, or what may be recorded. */
    record Place(String value, String title) {}

    static RequestDeeds of(CaseFile file, Pack pack, Viewer viewer) {
        RequestState state = file.standing().state();
        boolean open = state.open();
        boolean settle = viewer.may(Right.SETTLE) && (open || state == RequestState.RETURNED);
        return new RequestDeeds(
                settle,
                viewer.may(Right.SETTLE) && open,
                settle
                        ? pack.places(file.request().type()).stream()
                                .map(RequestDeeds::place)
                                .toList()
                        : List.of(),
                viewer.may(Right.MANAGE) ? events(file, pack.course()) : List.of(),
                settle && open && !file.standing().urgent(),
                viewer.may(Right.SETTLE) && state != RequestState.CLOSED,
                viewer.may(Right.MANAGE) && !open,
                viewer.may(Right.SETTLE),
                viewer.may(Right.RECORD_CALL),
                viewer.may(Right.MANAGE),
                viewer.may(Right.DELIVER),
                viewer.may(Right.ANSWER_AS_HUB) && state == RequestState.QUEUED_FOR_HUB,
                viewer.may(Right.ANSWER_AS_MASH)
                        && (state == RequestState.MASH_PENDING || state == RequestState.SENT_TO_MASH));
    }

    /** What is closed still waits for what meets its deadlines, and may open what belongs to it. */
    private static List<Place> events(CaseFile file, Course course) {
        boolean closed = file.standing().state() == RequestState.CLOSED;
        return course.recordable(file.request()).stream()
                .filter(event -> !closed
                        || event.opens()
                        || course.meetsClocks(file.request().type(), event.id()))
                .map(event -> new Place(event.id(), event.title()))
                .toList();
    }

    /** Whether there is anything to do to the request as a whole besides an answer. Public for the template. */
    public boolean more() {
        return close || disagree || hub || mash || !events.isEmpty();
    }

    private static Place place(String place) {
        String tray = "tray:";
        return new Place(
                place,
                place.startsWith(tray)
                        ? "The " + place.substring(tray.length()) + " tray"
                        : place.equals("hub") ? "The evidence based hub" : place.equals("mash") ? "MASH" : place);
    }
}
