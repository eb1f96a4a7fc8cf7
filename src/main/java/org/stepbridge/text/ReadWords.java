package org.stepbridge.text;

import org.stepbridge.evidence.Reading;

/**
 * A note as the rules read it, and what they read it from.
 *
 * @param words its words, its people marked
 * @param author who wrote it
 * @param counterpartKnown whether the request says which manager asked
 */
record ReadWords(Reading reading, Words words, String author, boolean counterpartKnown) {}
