package org.stepbridge.web;

import org.stepbridge.model.DeliveryState;
import org.stepbridge.model.RequestState;

/** What staff call the states of the outer contract, and the colour of their tags. */
final class StateWords {
    private StateWords() {}

    /** The heading of a state's list. */
    static String title(RequestState state) {
        return switch (state) {
            case RECEIVED -> "Received";
            case WAITING_FOR_EVIDENCE -> "Waiting for notes";
            case HELD -> "To review";
            case RETURNED -> "Returned";
            case ALLOCATED -> "Allocated";
            case QUEUED_FOR_HUB -> "For the hub";
            case MASH_PENDING -> "For MASH";
            case SENT_TO_MASH -> "Sent to MASH";
            case CLOSED -> "Closed";
        };
    }

    /** What a state means, for somebody who opens the page for the first time. */
    static String hint(RequestState state) {
        return switch (state) {
            case RECEIVED -> "Taken in and not decided yet.";
            case WAITING_FOR_EVIDENCE ->
                "Early help notes have not reached the time of these requests, so nothing can be concluded from a"
                        + " missing note. They are checked again when notes arrive.";
            case HELD -> "Stepbridge is not sure. Each says what a person has to find out.";
            case RETURNED -> "Sent back to whoever asked, with the reason.";
            case ALLOCATED -> "Accepted, and put in the tray of a team.";
            case QUEUED_FOR_HUB -> "Accepted, and passed to the evidence based hub.";
            case MASH_PENDING -> "Decided for MASH. The mail server has not taken the email yet.";
            case SENT_TO_MASH ->
                "The mail server has taken the email to MASH. That is not proof that MASH has read it.";
            case CLOSED -> "Ended by an outcome, a withdrawal or a person.";
        };
    }

    /** The class of the GOV.UK tag. */
    static String tag(RequestState state) {
        return switch (state) {
            case RECEIVED, CLOSED -> "govuk-tag--grey";
            case WAITING_FOR_EVIDENCE -> "govuk-tag--light-blue";
            case HELD -> "govuk-tag--yellow";
            case RETURNED -> "govuk-tag--orange";
            case ALLOCATED, SENT_TO_MASH -> "govuk-tag--green";
            case QUEUED_FOR_HUB -> "govuk-tag--purple";
            case MASH_PENDING -> "govuk-tag--red";
        };
    }

    /** What a delivery state is called. */
    static String title(DeliveryState state) {
        return switch (state) {
            case PENDING -> "To be sent";
            case SENDING -> "Being sent";
            case DELIVERED -> "Delivered";
            case ACKNOWLEDGED -> "Acknowledged";
            case UNCERTAIN -> "Uncertain";
            case FAILED -> "Failed";
            case SUPERSEDED -> "Superseded";
            case GIVEN_UP -> "Given up";
        };
    }
}
