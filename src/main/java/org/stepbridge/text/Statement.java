package org.stepbridge.text;

import org.stepbridge.evidence.Says;

/**
 * One thing that a note says of an agreement.
 *
 * @param at the word it is built on
 * @param from the first word of its clause
 * @param to the end of its clause, exclusive
 * @param topic what it is about
 * @param says what it says
 * @param because why, in one plain sentence
 */
record Statement(int at, int from, int to, Topic topic, Says says, String because) {
    /** What a statement is about. */
    enum Topic {
        /** The kind of transfer asked about. */
        THIS,
        /** Another kind of transfer. */
        OTHER,
        /** Something else in a sentence about this kind of transfer. */
        NEAR,
        /** Agreement of nothing that is named. */
        UNNAMED,
        /** Only the end of a transfer, or what is not meant. */
        ASIDE,
        /** Something else altogether. */
        NONE
    }

    Statement saying(Says other, String why) {
        return new Statement(at, from, to, topic, other, why);
    }
}
