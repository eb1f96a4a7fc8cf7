package org.stepbridge.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.evidence.Question;
import org.stepbridge.evidence.Reading;
import org.stepbridge.evidence.Says;
import org.stepbridge.model.Note;
import org.stepbridge.text.Statement.Topic;

/** Weighs the statements of one note into one answer. */
final class Judge {
    private static final int AFTERTHOUGHT = 5;
    static final String FAMILY_ONLY = "It says that the family agreed, not the manager.";
    private static final String PLAIN = "It says that this was agreed.";

    private final Words words;
    private final Question question;
    private final Note note;
    private final ThreadLocal<NoteIndex> indexes;
    private @Nullable NoteIndex index;
    private @Nullable Stretches stretches;
    private final @Nullable BitSet[] places = new BitSet[Rules.ALL.size()];

    Judge(Words words, Question question, Note note, ThreadLocal<NoteIndex> indexes) {
        this.words = words;
        this.question = question;
        this.note = note;
        this.indexes = indexes;
    }

    /** What the note says. */
    Reading reading() {
        boolean silent = !words.anywhere(Concept.KIND) && !hasPredicate();
        People.mark(words, question, note);
        if (silent) {
            return silent("It says nothing of an agreement on this.");
        }
        RunOns.part(words);
        Clauses.cut(words);
        List<Statement> statements = statements();
        return new Weighing(words, statements, note).reading();
    }

    private boolean hasPredicate() {
        for (int i = 0; i < words.size(); i++) {
            if (words.concept(i).isPredicate() || isRuledOut(i)) {
                return true;
            }
        }
        return false;
    }

    /** No step down for now: said without a verb. */
    private boolean isRuledOut(int i) {
        return words.is(i, Concept.KIND) && !words.inHeading(i) && (isNegated(i) || isUnfit(i));
    }

    private boolean isUnfit(int kind) {
        for (int i = words.sentenceStart(kind); i < words.sentenceEnd(kind); i++) {
            boolean notNeeded =
                    words.is(i, Concept.NEEDED) && (words.is(i - 1, Concept.NOT) || words.is(i - 2, Concept.NOT));
            if (notNeeded || words.is(i, Concept.UNFIT) || (words.is(i, Concept.NEEDED) && isNotThought(i))) {
                return true;
            }
        }
        return false;
    }

    /** I don't think this one is ready. */
    private boolean isNotThought(int needed) {
        for (int i = needed - 1; i > Math.max(words.sentenceStart(needed), needed - 7); i--) {
            boolean thinks = words.is(i, Concept.WORD)
                    && (words.term(i).equals("think") || words.term(i).equals("feel"));
            if (thinks && words.is(i - 1, Concept.NOT)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNegated(int i) {
        return (words.is(i - 1, Concept.NOT)
                || (words.is(i - 2, Concept.NOT)
                        && (words.is(i - 1, Concept.FILLER)
                                || words.is(i - 1, Concept.LIGHT)
                                || words.is(i - 1, Concept.FOR)
                                || words.is(i - 1, Concept.TO))));
    }

    private static Reading silent(String because) {
        return new Reading(Says.SILENT, because, List.of());
    }

    private List<Statement> statements() {
        Topics topics = new Topics(words);
        Parties parties = new Parties(words, question.counterpart().isBlank());
        Children children = new Children(words);
        List<Statement> statements = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            Concept about = words.concept(at);
            boolean title = words.inHeading(at) && (about == Concept.AGREEMENT || about == Concept.WEAK);
            boolean second = (about == Concept.AGREE && words.is(at - 1, Concept.AGREE))
                    || (about == Concept.WEAK && isWhatWasAgreed(at))
                    || (about == Concept.WITHDRAW && isOtherwise(at));
            if (about.isPredicate() && !title && !second) {
                int from = clauseStart(at);
                int to = clauseEnd(at);
                Statement plain = plain(at, from, to, topics.of(at, from, to), about);
                statements.add(refine(plain, about, parties, children));
            }
        }
        for (int i = 0; i < words.size(); i++) {
            if (isRuledOut(i)) {
                int from = clauseStart(i);
                if (statements.stream().noneMatch(known -> known.from() == from)) {
                    statements.add(new Statement(
                            i, from, clauseEnd(i), Topic.THIS, Says.REFUSED, "It says that it will not happen."));
                }
            }
        }
        statements.sort(Comparator.comparingInt(Statement::at));
        return statements;
    }

    /** If consent is withdrawn, let me know: what is to be done then, and no withdrawal. */
    private boolean isOtherwise(int at) {
        if (!words.is(words.sentenceStart(at), Concept.CONDITION)) {
            return false;
        }
        for (int i = words.sentenceStart(at); i < words.sentenceEnd(at); i++) {
            if (words.is(i, Concept.KIND) || words.is(i, Concept.MODAL) || words.is(i, Concept.AGREEMENT)) {
                return false;
            }
        }
        return true;
    }

    /** Agreed that Early Help can support by co-working. */
    private boolean isWhatWasAgreed(int at) {
        for (int i = at - 1; i > clauseStart(at); i--) {
            if (words.is(i, Concept.THAT) && words.is(i - 1, Concept.AGREE)) {
                return true;
            }
        }
        return false;
    }

    private static Statement plain(int at, int from, int to, Topic topic, Concept about) {
        return switch (about) {
            case REFUSE -> new Statement(at, from, to, topic, Says.REFUSED, "It says that it was refused.");
            case WITHDRAW -> new Statement(at, from, to, topic, Says.REFUSED, "It says that it was withdrawn.");
            case UNSETTLED ->
                new Statement(at, from, to, topic, Says.NOT_SETTLED, "It says that no agreement was reached.");
            default -> new Statement(at, from, to, topic, Says.AGREED, PLAIN);
        };
    }

    private Statement refine(Statement statement, Concept about, Parties parties, Children children) {
        Rule rule = firstThatHolds(statement.at(), about);
        Statement read = rule == null ? statement : statement.saying(rule.says(), rule.because());
        if (read.says() == Says.UNSURE
                && about == Concept.AGREE
                && parties.isFamilys(statement.at(), statement.from())) {
            read = read.saying(Says.UNSURE, FAMILY_ONLY);
        }
        if (about == Concept.REFUSE && isInOneCaseOnly(statement.at())) {
            read = statement.saying(Says.UNSURE, "It speaks of a refusal in one case only.");
        }
        if (read.topic() == Topic.NONE || read.topic() == Topic.OTHER || read.topic() == Topic.ASIDE) {
            return read;
        }
        Children.Whose whose = children.of(read.at(), read.from(), read.to());
        if (whose == Children.Whose.OTHERS) {
            return read.saying(Says.OTHER_CHILD, "It speaks of another child.");
        }
        if (read.says() != Says.AGREED) {
            return read;
        }
        if (whose == Children.Whose.DOUBTFUL) {
            return read.saying(Says.UNSURE, "It names somebody who may be another child.");
        }
        Statement heard = copiedFrom(statement);
        if (heard == null) {
            heard = hearsay(statement, parties);
        }
        if (heard != null) {
            return heard;
        }
        if (Unspoken.in(words) || Unspoken.stillToBe(words)) {
            return statement.saying(Says.UNSURE, Unspoken.BECAUSE);
        }
        if (hasAfterthought(statement)) {
            return statement.saying(Says.UNSURE, "A sentence behind it makes the agreement depend on something.");
        }
        return switch (parties.of(statement.at(), statement.from(), statement.to())) {
            case RIGHT, NOBODY -> statement;
            case OTHER ->
                statement.saying(
                        Says.OTHER_COUNTERPART, "It was agreed with somebody else than the manager on the request.");
            case FAMILY -> statement.saying(Says.UNSURE, FAMILY_ONLY);
        };
    }

    /** If that cannot be done it will be a no; but not: if mum asks, Helen has declined. */
    private boolean isInOneCaseOnly(int refusal) {
        int from = words.sentenceStart(refusal);
        if (!words.is(from, Concept.CONDITION)) {
            return false;
        }
        boolean sameClause = true;
        for (int i = from + 1; i < refusal; i++) {
            if (words.is(i, Concept.MODAL)) {
                return true;
            }
            sameClause &= !words.is(i, Concept.COMMA) && !words.is(i, Concept.DASH) && !words.is(i, Concept.CUT);
        }
        return sameClause || !isPast(refusal);
    }

    private boolean isPast(int refusal) {
        return words.is(refusal - 1, Concept.BE)
                || words.is(refusal - 1, Concept.HAVE)
                || words.written(refusal).endsWith("ed");
    }

    /** In a copied email of somebody else, what they report is hearsay and what they agree is theirs. */
    private @Nullable Statement copiedFrom(Statement statement) {
        for (int i = statement.at(); i >= words.textStart(); i--) {
            if (words.is(i, Concept.FROM) && isSender(i + 1) && i > words.sentenceStart(statement.at()) - 1) {
                return statement.saying(Says.UNSURE, "It copies the words of somebody else.");
            }
            if (words.is(i, Concept.FROM) && words.is(i + 1, Concept.COLON) && words.endsSentence(i - 1)) {
                return switch (words.concept(i + 2)) {
                    case COUNTERPART, LM, SELF, TM -> null;
                    default -> statement.saying(Says.UNSURE, "It copies the words of somebody else.");
                };
            }
        }
        return null;
    }

    /** Email from Lucy Tran: a name or role of somebody else with a colon behind it. */
    private boolean isSender(int i) {
        int end = i;
        while (words.is(end, Concept.PERSON)) {
            end++;
        }
        return end > i && words.is(end, Concept.COLON);
    }

    /** The note's words in an index, made when first asked for: many notes need none. */
    private NoteIndex index() {
        if (index == null) {
            index = indexes.get();
            index.hold(words, stretches());
        }
        return index;
    }

    private @Nullable Rule firstThatHolds(int at, Concept about) {
        BitSet present = stretches().concepts(at);
        for (Rule rule : Rules.about(about)) {
            if (rule.needs().metBy(present) && places(rule).get(at)) {
                return rule;
            }
        }
        return null;
    }

    private BitSet places(Rule rule) {
        BitSet found = places[rule.number()];
        if (found == null) {
            found = index().places(rule.pattern());
            places[rule.number()] = found;
        }
        return found;
    }

    private Stretches stretches() {
        if (stretches == null) {
            stretches = new Stretches(words);
        }
        return stretches;
    }

    /** Somebody says that somebody agreed: only the manager on the request can say so of themselves. */
    private @Nullable Statement hearsay(Statement statement, Parties parties) {
        for (int i = statement.at() - 1; i >= statement.from(); i--) {
            if (startsOver(i)) {
                return null;
            }
            if (words.is(i, Concept.SAY) || words.is(i, Concept.WEAK)) {
                for (int j = i - 1; j >= words.sentenceStart(i); j--) {
                    switch (words.concept(j)) {
                        case COUNTERPART, TM, SELF, LM, BOTH -> {
                            return null;
                        }
                        case SHE -> {
                            return parties.antecedent(j) == Parties.With.RIGHT
                                    ? null
                                    : statement.saying(Says.UNSURE, "It passes on what somebody else has said.");
                        }
                        case PERSON, WORKER, FAMILY, CSC, OTHERBOSS -> {
                            return statement.saying(Says.UNSURE, "It passes on what somebody else has said.");
                        }
                        default -> {
                            // Look further back for who says it.
                        }
                    }
                }
                boolean byWriter = i == words.sentenceStart(i) && words.is(i + 1, Concept.COUNTERPART);
                if (words.is(i, Concept.SAY) && !byWriter) {
                    return statement.saying(Says.UNSURE, "It passes on what somebody has said.");
                }
            }
        }
        return null;
    }

    /** Mum said she is tired, and I have agreed: the writer speaks for themselves again. */
    private boolean startsOver(int i) {
        return words.is(i, Concept.SELF)
                && (words.is(i + 1, Concept.HAVE) || words.concept(i + 1).isPredicate())
                && words.is(i - 1, Concept.AND)
                && !words.concept(i - 2).isSomebody();
    }

    /** This is subject to... Only if mum consents. */
    private boolean hasAfterthought(Statement statement) {
        int from = words.sentenceEnd(statement.at()) + 1;
        int to = Math.min(words.size(), from + AFTERTHOUGHT);
        for (int i = from; i < to && !words.endsSentence(i); i++) {
            switch (words.concept(i)) {
                case PROVISO -> {
                    return true;
                }
                case CONDITION -> {
                    return isWithoutConsequence(i);
                }
                case PROCEED, IT, BE, SHE, LIGHT, FILLER, AGREEMENT, AGREE, HEDGE, STAND, THAT, AS -> {
                    // It goes on about the agreement.
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean isWithoutConsequence(int condition) {
        for (int i = condition; i < words.sentenceEnd(condition); i++) {
            if (words.is(i, Concept.MODAL) || words.is(i, Concept.COMMA) || words.is(i, Concept.CONTINGENCY)) {
                return false;
            }
        }
        return true;
    }

    private int clauseStart(int at) {
        int from = at;
        while (from > 0 && !words.is(from - 1, Concept.CUT) && !words.endsSentence(from - 1)) {
            from--;
        }
        return from;
    }

    private int clauseEnd(int at) {
        int to = at;
        while (to < words.size() && !words.is(to, Concept.CUT) && !words.endsSentence(to)) {
            to++;
        }
        return to;
    }
}
