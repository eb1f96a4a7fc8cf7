package org.stepbridge.model;

/** What a person has answered about a request that the protocol alone could not settle. It holds for one version of it. */
public sealed interface Answer {

    /** This note of the child confirms what the managers agreed. */
    record UseNote(String noteId) implements Answer {}

    /**
     * It goes there, if its evidence stands.
     *
     * @param place one of the protocol's places for this type of request: {@code hub}, {@code mash}, or {@code tray:}
     *     followed by the value of the field that chooses the tray
     */
    record SendTo(String place) implements Answer {}

    /**
     * It goes back to whoever asked.
     *
     * @param text what they are told, in the person's own words
     */
    record GiveBack(String text) implements Answer {
        @Override
        public String toString() {
            return "GiveBack[…]";
        }
    }
}
