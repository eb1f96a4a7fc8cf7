package org.stepbridge.text;

import java.util.EnumSet;
import java.util.Set;

/** Works out with whom something was agreed. */
final class Parties {
    private static final int REACH = 14;
    private static final int SENTENCES_BACK = 2;

    /** With whom. */
    enum With {
        /** The manager on the request, or a Team Manager without a name. */
        RIGHT,
        /** Nobody is named. */
        NOBODY,
        /** Somebody else. */
        OTHER,
        /** Only the family. */
        FAMILY
    }

    private final Words words;
    private final boolean anybodyWillDo;

    Parties(Words words, boolean anybodyWillDo) {
        this.words = words;
        this.anybodyWillDo = anybodyWillDo;
    }

    /** With whom the agreement at this word, in this clause, was made. */
    With of(int at, int from, int to) {
        Set<With> found = EnumSet.noneOf(With.class);
        targets(from, to, found);
        With subject = subject(at, from);
        if (subject == With.RIGHT && !found.contains(With.RIGHT) && isWithAnother(at, to) && !isOurs(from, at)) {
            return With.OTHER;
        }
        if (found.contains(With.RIGHT) || subject == With.RIGHT) {
            return With.RIGHT;
        }
        if (subject == With.OTHER || found.contains(With.OTHER)) {
            return With.OTHER;
        }
        if (subject == With.FAMILY || found.contains(With.FAMILY)) {
            return With.FAMILY;
        }
        return around(from, to);
    }

    /** She has agreed it with the manager who covers for me: then the writer has not. */
    private boolean isWithAnother(int at, int to) {
        for (int i = at + 1; i + 1 < to && !words.concept(i).isPredicate() && !words.is(i, Concept.THAT); i++) {
            if (words.is(i, Concept.WITH)
                    && (words.is(i + 1, Concept.PERSON) || words.is(i + 1, Concept.OTHERBOSS))
                    && !isWorkedWithByName(i)
                    && !anybodyWillDo) {
                return true;
            }
        }
        return false;
    }

    private boolean isOurs(int from, int at) {
        for (int i = from; i < at; i++) {
            if (words.is(i, Concept.SELF) || words.is(i, Concept.LM) || words.is(i, Concept.BOTH)) {
                return true;
            }
        }
        return false;
    }

    /** Who stands behind with, by, between or from. */
    private void targets(int from, int to, Set<With> found) {
        for (int i = from; i < to; i++) {
            boolean given = words.is(i, Concept.TO)
                    && i + 3 >= to
                    && !words.is(i + 1, Concept.CSC)
                    && !words.is(i - 1, Concept.PROCEED);
            if (!given && !words.is(i, Concept.WITH) && !words.is(i, Concept.BY) && !words.is(i, Concept.FROM)) {
                continue;
            }
            if (isOnlyHowItGoes(i, to)) {
                continue;
            }
            boolean some = false;
            boolean loose = (words.is(i - 1, Concept.WORD) && !words.isNumber(i - 1)) || isOfSomebodysTask(i, from);
            boolean coWorkedWith = words.is(i - 1, Concept.KIND) || words.is(i - 1, Concept.OTHERKIND);
            boolean together = isCoWorkedWith(i);
            for (int j = i + 1; j < Math.min(to, i + REACH); j++) {
                Concept concept = words.concept(j);
                if (concept == Concept.WITH
                        || concept == Concept.BY
                        || concept == Concept.KIND
                        || concept.isPredicate()
                        || concept == Concept.FOR
                        || concept == Concept.TO) {
                    break;
                }
                if (concept == Concept.SELF && !words.is(j + 1, Concept.AND) && !words.is(j + 1, Concept.COMMA)) {
                    break;
                }
                With with = standing(concept);
                if (some && (with == null || isPastParties(concept)) && isPastParties(concept)) {
                    break;
                }
                boolean partner = (coWorkedWith && with == With.FAMILY) || (together && isPartner(i, j));
                boolean handedOver = concept == Concept.CSC
                        && words.is(i, Concept.FROM)
                        && !words.concept(i - 1).isPredicate();
                if (with == null || partner || handedOver || (loose && !isManager(concept))) {
                    continue;
                }
                found.add(with);
                some = true;
            }
        }
    }

    /** We agreed to work together, with the SW keeping the case: nobody with whom it was agreed. */
    private boolean isOnlyHowItGoes(int with, int to) {
        if (!words.is(with, Concept.WITH)) {
            return false;
        }
        boolean aside = words.is(with - 1, Concept.COMMA) || words.is(with - 1, Concept.KIND);
        for (int i = with + 1; i < to; i++) {
            switch (words.concept(i)) {
                case WORKER, CSC, PERSON, FAMILY, FILLER, SHE -> {
                    // Whoever does it.
                }
                case TO -> {
                    return aside;
                }
                case AS -> {
                    return i > with + 1;
                }
                case WORD -> {
                    return i > with + 1 && words.written(i).endsWith("ing");
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** Agreed, Kay to do some work with mum. */
    private boolean isOfSomebodysTask(int with, int from) {
        for (int i = with - 1; i > from && !words.concept(i).isPredicate(); i--) {
            if (words.is(i, Concept.TO)) {
                return words.is(i - 1, Concept.PERSON) || words.is(i - 1, Concept.WORKER);
            }
        }
        return false;
    }

    /** Whether somebody of the family is who agrees. */
    boolean isFamilys(int at, int from) {
        return subject(at, from) == With.FAMILY;
    }

    /** To co-work him with the social worker; co-working with the social worker may be what was agreed with her. */
    private boolean isCoWorkedWith(int with) {
        int kind = kindBefore(with);
        return kind >= 0
                && (!words.written(kind).endsWith("ing") || words.written(with).equalsIgnoreCase("between"));
    }

    /** To co-work with Lucy Tran: nobody with whom it was agreed, unless a title says so. */
    private boolean isWorkedWithByName(int with) {
        int kind = kindBefore(with);
        boolean verb = words.is(kind - 1, Concept.TO) || words.is(kind - 1, Concept.MODAL) || kind < with - 1;
        return isCoWorkedWith(with) && verb;
    }

    private int kindBefore(int with) {
        int kind = with - 1;
        while (words.is(kind, Concept.CHILD) || words.is(kind, Concept.FILLER)) {
            kind--;
        }
        boolean found =
                words.is(with, Concept.WITH) && (words.is(kind, Concept.KIND) || words.is(kind, Concept.OTHERKIND));
        return found ? kind : -1;
    }

    private boolean isPartner(int with, int i) {
        return words.is(i, Concept.PERSON)
                ? isWorkedWithByName(with) && !words.is(i + 1, Concept.TM) && !words.is(i + 2, Concept.TM)
                : !isManager(words.concept(i));
    }

    private static boolean isManager(Concept concept) {
        return switch (concept) {
            case COUNTERPART, TM, BOTH, PERSON, OTHERBOSS -> true;
            default -> false;
        };
    }

    /** Whether the list of those agreed with is over here. */
    private static boolean isPastParties(Concept concept) {
        return switch (concept) {
            case AS, WORD, BE, HAVE, NOT, MODAL, THAT, BECAUSE, BUT, STAND, CONDITION -> true;
            default -> false;
        };
    }

    private @org.jspecify.annotations.Nullable With standing(Concept concept) {
        return switch (concept) {
            case COUNTERPART, TM, BOTH -> With.RIGHT;
            case PERSON -> anybodyWillDo ? With.RIGHT : With.OTHER;
            case OTHERBOSS, WORKER, CSC, MANAGER -> With.OTHER;
            case FAMILY, SIBLING -> With.FAMILY;
            default -> null;
        };
    }

    /** Who does the agreeing: somebody right before the word. */
    private With subject(int at, int from) {
        boolean family = false;
        for (int i = at - 1; i >= from; i--) {
            Concept concept = words.concept(i);
            switch (concept) {
                case COUNTERPART, TM, BOTH, PERSON, OTHERBOSS, WORKER, CSC, MANAGER -> {
                    if (concept == Concept.TM && isSomebodyElses(i)) {
                        return With.OTHER;
                    }
                    int with = isSpokenWith(i);
                    if (with >= 0) {
                        i = with;
                        break;
                    }
                    With standing = standing(concept);
                    return standing == With.OTHER && isListed(i, from)
                            ? With.RIGHT
                            : standing == null ? With.NOBODY : standing;
                }
                case FAMILY, SIBLING, CHILD -> {
                    boolean spokenOf = (words.is(i + 1, Concept.BE) && words.is(at + 1, Concept.FOR))
                            || words.is(i - 1, Concept.FOR)
                            || words.is(i - 2, Concept.FOR)
                            || (words.is(i - 1, Concept.WITH) && words.is(i - 2, Concept.KIND))
                            || (words.is(i - 1, Concept.LIGHT)
                                    && words.written(i - 1).equalsIgnoreCase("of"));
                    if (spokenOf) {
                        return family ? With.FAMILY : With.NOBODY;
                    }
                    family = true;
                }
                case EVERYONE -> {
                    return everyone(at);
                }
                case SHE -> {
                    return antecedent(i);
                }
                case SELF, LM -> {
                    if (!words.is(i - 1, Concept.AND) || words.written(i - 1).equalsIgnoreCase("so")) {
                        return family ? With.FAMILY : With.NOBODY;
                    }
                }
                case HAVE, BE, LIGHT, COMMA, AND, NOW, EARLIER, AGREE, THAT, SAY, TALK -> {
                    // These may stand between.
                }
                default -> {
                    boolean listed = concept == Concept.WORD && words.is(i - 1, Concept.AND);
                    // School and health agreed.
                    With first = listed ? standing(words.concept(i - 2)) : null;
                    return first == With.OTHER ? first : family ? With.FAMILY : With.NOBODY;
                }
            }
        }
        return family ? With.FAMILY : With.NOBODY;
    }

    /** She has spoken with her worker and agrees: where the with stands, -1 when this is who agrees. */
    private int isSpokenWith(int i) {
        if (words.is(i, Concept.WORKER) || words.is(i, Concept.CSC)) {
            for (int j = i - 1; j >= Math.max(0, i - 3); j--) {
                if (words.is(j, Concept.WITH)) {
                    return words.is(j - 1, Concept.TALK) || isCoWorkedWith(j) ? j : -1;
                }
            }
        }
        return -1;
    }

    /** Her TM says yes: as told by her. */
    private boolean isSomebodyElses(int i) {
        return words.is(i - 1, Concept.SHE)
                || (words.is(i - 1, Concept.FILLER) && words.written(i - 1).equalsIgnoreCase("my"));
    }

    /** Helen Marsh and the social worker: whether the right manager stands in the same list. */
    private boolean isListed(int last, int from) {
        boolean joined = false;
        for (int i = last - 1; i >= from; i--) {
            switch (words.concept(i)) {
                case COUNTERPART, TM -> {
                    return joined || isAmongAll(i, from);
                }
                case AND -> joined = true;
                case COMMA, PERSON, WORKER, FAMILY, CSC, OTHERBOSS, LM, LIGHT -> {
                    // The list goes on.
                }
                case WORD -> {
                    if (!words.is(i - 1, Concept.COMMA) && !words.is(i + 1, Concept.COMMA)) {
                        return false;
                    }
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean isAmongAll(int i, int from) {
        for (int j = i; j >= from; j--) {
            if (words.is(j, Concept.EVERYONE)) {
                return true;
            }
        }
        return false;
    }

    /** All agreed: whether the right manager was among them, as far as was said before. */
    private With everyone(int at) {
        for (int i = words.sentenceEnd(at) - 1; i > 0; i--) {
            if (words.is(i, Concept.COUNTERPART) || words.is(i, Concept.TM)) {
                return With.RIGHT;
            }
        }
        return With.OTHER;
    }

    /** Whom she or he refers to: the one named last. */
    With antecedent(int pronoun) {
        for (int i = pronoun - 1; i >= 0; i--) {
            With with = standing(words.concept(i));
            if (with != null) {
                return with;
            }
        }
        return With.NOBODY;
    }

    /** Who was spoken to, when the statement itself names nobody: in its clause, its sentence or just before. */
    private With around(int from, int to) {
        With best = nearby(from, to);
        int start = words.sentenceStart(from);
        if (best == With.NOBODY) {
            best = nearby(start, words.sentenceEnd(from));
        }
        for (int back = 0; best == With.NOBODY && back < SENTENCES_BACK && start > 1; back++) {
            while (start > 1 && words.endsSentence(start - 1) && words.endsSentence(start - 2)) {
                start--;
            }
            int previous = words.sentenceStart(start - 1);
            best = nearbyTalk(previous, start - 1);
            start = previous;
        }
        return best == With.NOBODY ? anywhere() : best;
    }

    /** As in a form: another Team Manager is named somewhere and the right one nowhere. */
    private With anywhere() {
        With best = With.NOBODY;
        for (int i = words.textStart(); i < words.size(); i++) {
            if (words.is(i, Concept.COUNTERPART) || words.is(i, Concept.TM)) {
                return With.RIGHT;
            }
            if (words.is(i, Concept.OTHERBOSS)
                    && (words.is(i + 1, Concept.PERSON)
                            || words.is(i - 1, Concept.PERSON)
                            || words.is(i + 2, Concept.PERSON)
                            || words.is(i - 2, Concept.PERSON))) {
                best = anybodyWillDo ? With.RIGHT : With.OTHER;
            }
        }
        return best;
    }

    private With nearby(int from, int to) {
        With best = With.NOBODY;
        for (int i = from; i < to; i++) {
            switch (words.concept(i)) {
                case COUNTERPART, TM, BOTH -> {
                    return With.RIGHT;
                }
                case PERSON -> {
                    if (isSpokenTo(i) && !isOnlyHowItGoes(i - 1, to)) {
                        best = anybodyWillDo ? With.RIGHT : With.OTHER;
                    }
                }
                case OTHERBOSS -> best = anybodyWillDo ? With.RIGHT : With.OTHER;
                default -> {
                    // Workers and family may be mentioned without being asked.
                }
            }
        }
        return best;
    }

    private boolean isSpokenTo(int i) {
        return switch (words.concept(i - 1)) {
            case WITH -> !isWorkedWithByName(i - 1);
            case TO -> !words.is(i - 2, Concept.PROCEED);
            case BY, FROM, TALK -> true;
            default -> false;
        };
    }

    private With nearbyTalk(int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.is(i, Concept.KIND) || words.is(i, Concept.TALK)) {
                return nearby(from, to);
            }
        }
        return With.NOBODY;
    }
}
