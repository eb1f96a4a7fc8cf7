package org.stepbridge.text;

import org.apache.lucene.queries.intervals.IntervalsSource;
import org.stepbridge.evidence.Says;

/**
 * One way in which the words around a statement change what it says.
 *
 * @param number its place in the order of all
 * @param about the word that the statement is built on
 * @param says what the statement says then
 * @param because why, in one plain sentence
 * @param pattern the words, the one that the statement is built on among them
 * @param needs which concepts must be there at all
 */
record Rule(int number, Concept about, Says says, String because, IntervalsSource pattern, Needs needs) {
    Rule(int number, Concept about, Says says, String because, IntervalsSource pattern) {
        this(number, about, says, because, pattern, Needs.of(pattern));
    }
}
