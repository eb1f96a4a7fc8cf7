package org.stepbridge.packs;

import java.util.Locale;
import org.stepbridge.protocol.Consequence;

/** Turns the words of a pack into the values they stand for; its schema has made sure that they are. */
final class Words {
    private Words() {}

    static Consequence consequence(String word) {
        return of(Consequence.class, word);
    }

    /** The constant that is spelt like this word in capitals, with underscores for hyphens. */
    static <E extends Enum<E>> E of(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
