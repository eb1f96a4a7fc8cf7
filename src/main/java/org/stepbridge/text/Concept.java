package org.stepbridge.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ideas that matter when a note is read. Those that people express in words are defined by the entries of the same
 * name in {@code british-practice.yaml}; the rest are marks and names that the program recognises itself.
 */
enum Concept {
    AGREE,
    WEAK,
    LEANING,
    AGREEMENT,
    TOCOME,
    GET,
    REFUSE,
    WITHDRAW,
    UNSETTLED,
    NEEDED,
    UNFIT,
    PENDING,
    ASK,
    OPEN,
    POSTPONE,
    MODAL,
    MIGHT,
    HEDGE,
    DOUBT,
    AWAY,
    KEEN,
    PROVISO,
    CONDITION,
    KNOWN,
    CONTINGENCY,
    SAY,
    HEARSAY,
    END,
    LIGHT,
    FILLER,
    AS,
    STAND,
    TALK,
    AGAIN,
    NOT,
    RATHER,
    NEGLIGIBLE,
    EARLIER,
    NOW,
    BECAUSE,
    BUT,
    INSTEAD,
    AND,
    BOTH,
    TM,
    LM,
    MANAGER,
    OTHERBOSS,
    WORKER,
    CSC,
    EVERYONE,
    FAMILY,
    SIBLING,
    ALLCHILDREN,
    SELF,
    SHE,
    WITH,
    BY,
    FROM,
    TO,
    THAT,
    FOR,
    ABOUT,
    BE,
    HAVE,
    PROCEED,
    IT,
    YES,
    NOPE,
    BLANK,

    /** The kind of transfer that is asked about. */
    KIND,
    /** Another kind of transfer. */
    OTHERKIND,
    /** The manager on the request. */
    COUNTERPART,
    /** The child of the request. */
    CHILD,
    /** Somebody else by name. */
    PERSON,
    /** Any other word. */
    WORD,

    /** End of a sentence. */
    STOP,
    /** A question mark. */
    QUESTION,
    COMMA,
    SEMICOLON,
    COLON,
    DASH,
    /** A ticked box. */
    TICK,
    /** Where one clause ends and the next begins; put in after the words are known. */
    CUT;

    private static final Map<String, Concept> BY_TERM = new HashMap<>();

    static {
        Arrays.stream(values()).forEach(concept -> BY_TERM.put(concept.term, concept));
    }

    /** How it is written in the index; no word of a note can look like it. */
    final String term = "#" + name().toLowerCase(java.util.Locale.ROOT);

    /** The concept behind an analysed term, null if it is a plain word or a kind of transfer. */
    static @Nullable Concept of(String term) {
        return BY_TERM.get(term);
    }

    /** The concept of this name in the phrases file. */
    static Concept named(String name) {
        return Objects.requireNonNull(BY_TERM.get("#" + name), () -> "no concept is called " + name);
    }

    /** A number for sets of concepts in memory; it means nothing beyond. */
    @SuppressWarnings("EnumOrdinal")
    int number() {
        return ordinal();
    }

    /** Whether people express it in words that the phrases file lists. */
    boolean isWorded() {
        return compareTo(BLANK) <= 0;
    }

    /** Whether it is a mark and no word. */
    boolean isMark() {
        return compareTo(STOP) >= 0;
    }

    /** Whether a clause can be built on it. */
    boolean isPredicate() {
        return switch (this) {
            case AGREE, WEAK, AGREEMENT, TOCOME, REFUSE, WITHDRAW, UNSETTLED -> true;
            default -> false;
        };
    }

    /** Whether it can be a party to an agreement. */
    boolean isSomebody() {
        return switch (this) {
            case TM,
                    LM,
                    MANAGER,
                    OTHERBOSS,
                    WORKER,
                    CSC,
                    FAMILY,
                    SELF,
                    SHE,
                    BOTH,
                    COUNTERPART,
                    PERSON,
                    CHILD,
                    SIBLING -> true;
            default -> false;
        };
    }
}
