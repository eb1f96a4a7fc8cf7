package org.stepbridge.text;

import static org.stepbridge.evidence.Says.AGREED;
import static org.stepbridge.evidence.Says.NOT_SETTLED;
import static org.stepbridge.evidence.Says.REFUSED;
import static org.stepbridge.evidence.Says.SILENT;
import static org.stepbridge.evidence.Says.UNSURE;
import static org.stepbridge.text.Concept.AGREE;
import static org.stepbridge.text.Concept.AGREEMENT;
import static org.stepbridge.text.Concept.REFUSE;
import static org.stepbridge.text.Concept.WEAK;
import static org.stepbridge.text.Concept.WITHDRAW;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.stepbridge.evidence.Says;

/** The rules of negation, doubt and condition, in the order in which they are asked. All stay inside one clause. */
final class Rules {
    /** Why something is unsure that only sounds like agreement. */
    static final String WEAKLY = "It sounds like agreement without saying so.";

    private static final IntervalsSource END = or(Concept.CUT, Concept.STOP, Concept.QUESTION);

    /** Every rule; for a statement the first that holds decides. */
    static final List<Rule> ALL = all();

    private Rules() {}

    private static List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        IntervalsSource not = t(Concept.NOT);
        IntervalsSource kind = or(Concept.KIND, Concept.OTHERKIND);
        IntervalsSource condition = Intervals.notContainedBy(
                t(Concept.CONDITION),
                Intervals.maxgaps(
                        6, Intervals.ordered(t(Concept.CONDITION), t(Concept.MODAL), t(Concept.CONTINGENCY))));
        for (Concept anchor : List.of(AGREE, WEAK, AGREEMENT, Concept.TOCOME)) {
            IntervalsSource agree = t(anchor);
            String blank = "It is a form whose answer was not filled in.";
            rule(rules, anchor, SILENT, blank, near(6, agree, t(Concept.BLANK)));
            rule(rules, anchor, SILENT, blank, sentence(4, agree, t(Concept.QUESTION), t(Concept.BLANK)));
            rule(
                    rules,
                    anchor,
                    REFUSED,
                    "The answer to the question of agreement is no.",
                    near(4, agree, t(Concept.COLON), or(Concept.NOPE, Concept.NOT)));

            Says no = anchor == AGREEMENT ? NOT_SETTLED : REFUSED;
            String taken = "It says that the agreement was taken back.";
            rule(rules, anchor, REFUSED, taken, near(4, t(WITHDRAW), agree));
            String negated = "It says that it was not agreed.";
            rule(rules, anchor, no, negated, near(4, not, agree));
            rule(rules, anchor, no, negated, near(8, Intervals.maxgaps(1, Intervals.ordered(not, kind)), agree));
            rule(rules, anchor, no, negated, plain(0, agree, not));
            rule(rules, anchor, REFUSED, "What was agreed is that it should not happen.", plain(3, agree, not, kind));
            rule(
                    rules,
                    anchor,
                    REFUSED,
                    "What was agreed is that it should not happen.",
                    plain(
                            8,
                            agree,
                            kind,
                            Intervals.maxgaps(2, Intervals.ordered(not, or(Concept.NEEDED, Concept.PROCEED, AGREE)))));
            rule(
                    rules,
                    anchor,
                    REFUSED,
                    "What was agreed is that it should not happen.",
                    plain(8, agree, Intervals.maxgaps(2, Intervals.ordered(not, t(Concept.NEEDED)))));
            rule(
                    rules,
                    anchor,
                    REFUSED,
                    "What was agreed is that it should not happen.",
                    around(8, agree, t(Concept.UNFIT)));
            rule(rules, anchor, REFUSED, "What was agreed is that it should not happen.", plain(5, agree, t(REFUSE)));
            rule(rules, anchor, UNSURE, "A 'not' near the agreement makes it doubtful.", plain(2, agree, not));

            String question = "It asks whether it is agreed.";
            rule(
                    rules,
                    anchor,
                    UNSURE,
                    question,
                    Intervals.notContaining(
                            Intervals.ordered(agree, t(Concept.QUESTION)), or(Concept.CUT, Concept.STOP)));
            rule(rules, anchor, UNSURE, question, Intervals.maxgaps(0, Intervals.ordered(t(Concept.QUESTION), agree)));

            String conditional = "The agreement depends on something.";
            rule(rules, anchor, UNSURE, conditional, around(40, agree, t(Concept.PROVISO)));
            rule(rules, anchor, UNSURE, conditional, near(40, agree, condition));
            rule(rules, anchor, UNSURE, conditional, plain(4, condition, agree));
            rule(
                    rules,
                    anchor,
                    UNSURE,
                    conditional,
                    Intervals.notContaining(
                            Intervals.ordered(
                                    Intervals.maxgaps(1, Intervals.ordered(t(Concept.STOP), condition)), agree),
                            or(Concept.CUT, Concept.QUESTION)));

            String toCome = "The agreement is still to come.";
            rule(rules, anchor, UNSURE, toCome, near(10, t(Concept.PENDING), agree));
            rule(rules, anchor, UNSURE, toCome, near(2, agree, t(Concept.PENDING)));
            rule(rules, anchor, UNSURE, toCome, near(12, agree, t(Concept.BUT), t(Concept.PENDING)));
            rule(
                    rules,
                    anchor,
                    UNSURE,
                    toCome,
                    near(5, t(Concept.ASK), or(Concept.TO, Concept.CONDITION, Concept.FOR, Concept.THAT), agree));
            rule(rules, anchor, UNSURE, toCome, plain(2, or(Concept.MODAL, Concept.MIGHT), agree));
            rule(rules, anchor, UNSURE, toCome, plain(0, t(Concept.TO), agree));

            String hedged = "The agreement is only in principle or not certain.";
            rule(rules, anchor, UNSURE, hedged, near(20, agree, t(Concept.HEDGE)));
            rule(rules, anchor, UNSURE, hedged, near(5, t(Concept.HEDGE), agree));

            String hearsay = "It passes on what somebody else has said.";
            rule(rules, anchor, UNSURE, hearsay, near(10, t(Concept.HEARSAY), agree));
            rule(rules, anchor, UNSURE, hearsay, near(20, agree, t(Concept.HEARSAY)));
        }
        rule(rules, AGREEMENT, AGREED, "It says that this was agreed.", near(5, t(AGREEMENT), t(Concept.GET)));
        rule(rules, AGREEMENT, AGREED, "It says that this was agreed.", near(1, t(Concept.GET), t(AGREEMENT)));
        rule(rules, AGREEMENT, AGREED, "It says that this was agreed.",
                near(1, t(AGREEMENT), t(Concept.WITH), or(Concept.COUNTERPART, Concept.TM)));
        rule(rules, Concept.TOCOME, UNSURE, "The agreement is still to come.", t(Concept.TOCOME));
        rule(rules, WEAK, UNSURE, WEAKLY, t(WEAK));
        rule(rules, AGREEMENT, UNSURE, "It speaks of an agreement without saying that there is one.", t(AGREEMENT));
        for (Concept anchor : List.of(REFUSE, WITHDRAW)) {
            String doubtful = "It speaks of a refusal without saying that there is one.";
            rule(rules, anchor, UNSURE, doubtful, near(2, not, t(anchor)));
            rule(rules, anchor, UNSURE, doubtful, near(1, t(Concept.MIGHT), t(anchor)));
            rule(
                    rules,
                    anchor,
                    UNSURE,
                    doubtful,
                    Intervals.notContaining(
                            Intervals.ordered(t(anchor), t(Concept.QUESTION)), or(Concept.CUT, Concept.STOP)));
        }
        return List.copyOf(rules);
    }

    private static void rule(List<Rule> rules, Concept about, Says says, String because, IntervalsSource pattern) {
        rules.add(new Rule(about, says, because, pattern));
    }

    private static IntervalsSource t(Concept concept) {
        return Intervals.term(concept.term);
    }

    private static IntervalsSource or(Concept... concepts) {
        return Intervals.or(Arrays.stream(concepts).map(Rules::t).toArray(IntervalsSource[]::new));
    }

    /** These in this order inside one clause, with at most so many words between. */
    private static IntervalsSource near(int gaps, IntervalsSource... parts) {
        return Intervals.notContaining(Intervals.maxgaps(gaps, Intervals.ordered(parts)), END);
    }

    /** The same without a comma or but between. */
    private static IntervalsSource plain(int gaps, IntervalsSource... parts) {
        return Intervals.notContaining(
                Intervals.maxgaps(gaps, Intervals.ordered(parts)),
                or(Concept.CUT, Concept.STOP, Concept.QUESTION, Concept.COMMA, Concept.BUT, Concept.DASH));
    }

    /** These in any order inside one clause. */
    private static IntervalsSource around(int gaps, IntervalsSource one, IntervalsSource other) {
        return Intervals.notContaining(Intervals.maxgaps(gaps, Intervals.unordered(one, other)), END);
    }

    /** These in this order, not past the end of the sentence but past a question mark. */
    private static IntervalsSource sentence(int gaps, IntervalsSource... parts) {
        return Intervals.notContaining(Intervals.maxgaps(gaps, Intervals.ordered(parts)), t(Concept.STOP));
    }
}
