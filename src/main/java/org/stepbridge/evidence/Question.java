package org.stepbridge.evidence;

import org.stepbridge.model.Child;

/**
 * What a note is asked.
 *
 * @param kind the kind of transfer
 * @param counterpart the name of the manager on the request, empty when anybody will do
 * @param child the child of the request, whose name tells a sibling's from theirs
 * @param phrases how the pack words things
 */
public record Question(String kind, String counterpart, Child child, Phrases phrases) {

    @Override
    public String toString() {
        return "Question[" + kind + "]";
    }
}
