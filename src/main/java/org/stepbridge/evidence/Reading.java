package org.stepbridge.evidence;

import java.util.List;
import org.stepbridge.model.Span;

/**
 * The answer of one note.
 *
 * @param says what it says
 * @param because why it is read so, in one plain sentence without personal data
 * @param spans the words that decided
 */
public record Reading(Says says, String because, List<Span> spans) {
    public Reading {
        spans = List.copyOf(spans);
    }
}
