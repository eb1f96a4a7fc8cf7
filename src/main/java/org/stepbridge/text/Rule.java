package org.stepbridge.text;

import org.apache.lucene.queries.intervals.IntervalsSource;
import org.stepbridge.evidence.Says;

/**
 * One way in which the words around a statement change what it says.
 *
 * @param about the word that the statement is built on
 * @param says what the statement says then
 * @param because why, in one plain sentence
 * @param pattern the words, the one that the statement is built on among them
 */
record Rule(Concept about, Says says, String because, IntervalsSource pattern) {}
