package org.stepbridge.text;

import static org.stepbridge.evidence.Says.AGREED;
import static org.stepbridge.evidence.Says.NOT_SETTLED;
import static org.stepbridge.evidence.Says.REFUSED;
import static org.stepbridge.evidence.Says.SILENT;
import static org.stepbridge.evidence.Says.UNSURE;
import static org.stepbridge.text.Patterns.around;
import static org.stepbridge.text.Patterns.inClause;
import static org.stepbridge.text.Patterns.inSentence;
import static org.stepbridge.text.Patterns.near;
import static org.stepbridge.text.Patterns.or;
import static org.stepbridge.text.Patterns.plain;
import static org.stepbridge.text.Patterns.t;
import static org.stepbridge.text.Patterns.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.stepbridge.evidence.Says;

/** The rules of negation, doubt and condition, in the order in which they are asked. */
final class Rules {
    /** Why something is unsure that only sounds like agreement. */
    static final String WEAKLY = "It sounds like agreement without saying so.";
    /** Why something is unsure that a plain agreement with the manager, later in the note, settles. */
    static final String TO_COME = "The agreement is still to come.";
    /** Why something is unsure that any plain agreement later in the note settles. */
    static final String ASKED = "It asks whether it is agreed.";

    private static final String PLAIN = "It says that this was agreed.";
    private static final String NOT_TO_HAPPEN = "What was agreed is that it should not happen.";
    static final String CONDITIONAL = "The agreement depends on something.";

    private static final IntervalsSource NOT = t(Concept.NOT);
    private static final IntervalsSource KIND = or(Concept.KIND, Concept.OTHERKIND);
    /** A condition, unless it only leads to what will be done in that case. */
    private static final IntervalsSource CONDITION = Intervals.notContainedBy(
            t(Concept.CONDITION), within(6, t(Concept.CONDITION), t(Concept.MODAL), t(Concept.CONTINGENCY)));

    /** Every rule; for a statement the first that holds decides. */
    static final List<Rule> ALL = new Rules().rules();

    private static final Map<Concept, List<Rule>> BY_ANCHOR = ALL.stream()
            .collect(Collectors.groupingBy(Rule::about, () -> new EnumMap<>(Concept.class), Collectors.toList()));
    private static final Set<Concept> ASKED_FOR = askedFor();

    private final List<Rule> rules = new ArrayList<>();

    private Rules() {}

    /** The rules for a statement that is built on this, in the order in which they are asked. */
    static List<Rule> about(Concept anchor) {
        return BY_ANCHOR.getOrDefault(anchor, List.of());
    }

    /** Whether any rule asks for this. */
    static boolean ask(Concept concept) {
        return ASKED_FOR.contains(concept);
    }

    private static Set<Concept> askedFor() {
        Set<Concept> all = EnumSet.noneOf(Concept.class);
        QueryVisitor visitor = new QueryVisitor() {
            @Override
            public void consumeTerms(Query query, Term... terms) {
                for (Term term : terms) {
                    all.add(Objects.requireNonNull(Concept.of(term.text())));
                }
            }

            @Override
            public QueryVisitor getSubVisitor(Occur occur, Query parent) {
                return this;
            }
        };
        ALL.forEach(rule -> rule.pattern().visit("", visitor));
        return all;
    }

    private List<Rule> rules() {
        for (Concept anchor : List.of(Concept.AGREE, Concept.WEAK, Concept.AGREEMENT, Concept.TOCOME)) {
            forms(anchor);
            negations(anchor);
            questions(anchor);
            conditions(anchor);
            toCome(anchor);
            postponements(anchor);
            doubts(anchor);
        }
        nouns();
        rule(Concept.TOCOME, UNSURE, TO_COME, t(Concept.TOCOME));
        rule(Concept.WEAK, AGREED, PLAIN, near(0, t(Concept.BOTH), t(Concept.WEAK)));
        rule(Concept.WEAK, UNSURE, WEAKLY, t(Concept.WEAK));
        refusals(Concept.REFUSE);
        refusals(Concept.WITHDRAW);
        return List.copyOf(rules);
    }

    private void forms(Concept anchor) {
        String blank = "It is a form whose answer was not filled in.";
        IntervalsSource agree = t(anchor);
        rule(anchor, SILENT, blank, near(6, agree, t(Concept.BLANK)));
        rule(anchor, SILENT, blank, inSentence(4, agree, t(Concept.QUESTION), t(Concept.BLANK)));
        rule(
                anchor,
                REFUSED,
                "The answer to the question of agreement is no.",
                near(4, agree, t(Concept.COLON), or(Concept.NOPE, Concept.NOT)));
    }

    private void negations(Concept anchor) {
        IntervalsSource agree = t(anchor);
        // Will not allocate until it is agreed.
        rule(anchor, UNSURE, TO_COME, near(8, NOT, t(Concept.CONDITION), agree));
        if (anchor == Concept.WEAK) {
            rule(anchor, NOT_SETTLED, "It says that it was not confirmed.", near(4, NOT, agree));
            return;
        }
        rule(anchor, REFUSED, "It says that the agreement was taken back.", near(4, t(Concept.WITHDRAW), agree));
        Says no = anchor == Concept.AGREEMENT ? NOT_SETTLED : REFUSED;
        String negated = "It says that it was not agreed.";
        rule(anchor, no, negated, near(4, NOT, agree));
        rule(anchor, no, negated, near(8, within(1, NOT, KIND), agree));
        rule(anchor, no, negated, plain(0, agree, NOT));
        rule(anchor, REFUSED, NOT_TO_HAPPEN, plain(16, agree, within(4, NOT, KIND)));
        rule(
                anchor,
                REFUSED,
                NOT_TO_HAPPEN,
                plain(8, agree, KIND, within(2, NOT, or(Concept.NEEDED, Concept.PROCEED, Concept.AGREE))));
        rule(anchor, REFUSED, NOT_TO_HAPPEN, plain(8, agree, within(2, NOT, t(Concept.NEEDED))));
        rule(anchor, REFUSED, NOT_TO_HAPPEN, around(8, agree, t(Concept.UNFIT)));
        rule(anchor, REFUSED, NOT_TO_HAPPEN, plain(5, agree, t(Concept.REFUSE)));
        String doubtful = "A 'not' near the agreement makes it doubtful.";
        rule(anchor, UNSURE, doubtful, plain(2, agree, NOT));
        // Agreed that a step down is not the way to go.
        rule(anchor, UNSURE, doubtful, plain(8, agree, within(0, KIND, NOT)));
        rule(anchor, UNSURE, doubtful, plain(8, agree, within(0, KIND, or(Concept.BE, Concept.MODAL), NOT)));
        // I do not, having read the chronology, feel able to agree.
        rule(anchor, UNSURE, doubtful, inSentence(30, within(0, NOT, t(Concept.COMMA)), agree));
    }

    private void questions(Concept anchor) {
        IntervalsSource agree = t(anchor);
        rule(
                anchor,
                UNSURE,
                ASKED,
                Intervals.notContaining(Intervals.ordered(agree, t(Concept.QUESTION)), or(Concept.CUT, Concept.STOP)));
        rule(anchor, UNSURE, ASKED, within(0, t(Concept.QUESTION), agree));
        rule(anchor, UNSURE, ASKED, near(8, within(0, t(Concept.MODAL), or(Concept.COUNTERPART, Concept.TM)), agree));
        IntervalsSource other = Intervals.or(KIND, or(Concept.AND, Concept.COMMA));
        IntervalsSource toUs = within(2, or(Concept.TO, Concept.CONDITION, Concept.THAT), t(Concept.SELF));
        rule(anchor, UNSURE, ASKED, Intervals.notContaining(near(6, t(Concept.ASK), toUs, agree), other));
        IntervalsSource to = or(Concept.TO, Concept.CONDITION, Concept.THAT);
        rule(anchor, UNSURE, TO_COME, Intervals.notContaining(near(5, t(Concept.ASK), to, agree), other));
    }

    private void conditions(Concept anchor) {
        IntervalsSource agree = t(anchor);
        rule(anchor, UNSURE, CONDITIONAL, around(40, agree, t(Concept.PROVISO)));
        rule(anchor, UNSURE, CONDITIONAL, near(40, agree, CONDITION));
        rule(anchor, UNSURE, CONDITIONAL, plain(4, CONDITION, agree));
        IntervalsSource opens = within(1, t(Concept.STOP), CONDITION);
        IntervalsSource elsewhere = Intervals.or(
                or(Concept.CUT, Concept.QUESTION), Intervals.ordered(t(Concept.CONDITION), t(Concept.STOP)));
        rule(anchor, UNSURE, CONDITIONAL, Intervals.notContaining(Intervals.ordered(opens, agree), elsewhere));
        rule(
                anchor,
                UNSURE,
                "A 'but' behind the agreement makes it doubtful.",
                Intervals.notContaining(
                        near(30, agree, t(Concept.BUT)), within(8, t(Concept.NEGLIGIBLE), t(Concept.BUT))));
    }

    private void toCome(Concept anchor) {
        IntervalsSource agree = t(anchor);
        IntervalsSource andHave = within(0, t(Concept.AND), t(Concept.HAVE));
        rule(anchor, UNSURE, TO_COME, Intervals.notContaining(near(10, t(Concept.PENDING), agree), andHave));
        rule(anchor, UNSURE, TO_COME, near(2, agree, t(Concept.PENDING)));
        IntervalsSource managers = or(Concept.OTHERBOSS, Concept.MANAGER, Concept.COUNTERPART, Concept.TM);
        rule(anchor, UNSURE, TO_COME, near(30, agree, within(8, t(Concept.PENDING), managers)));
        rule(anchor, UNSURE, TO_COME, plain(2, or(Concept.MODAL, Concept.MIGHT), agree));
        rule(anchor, UNSURE, TO_COME, plain(0, t(Concept.TO), agree));
    }

    /** Agreed to leave co-working for now. */
    private void postponements(Concept anchor) {
        IntervalsSource wait = within(1, or(Concept.TO, Concept.THAT, Concept.SELF), t(Concept.POSTPONE));
        rule(anchor, NOT_SETTLED, "What was agreed is to wait.", plain(3, t(anchor), wait));
        if (anchor == Concept.AGREEMENT) {
            return;
        }
        IntervalsSource talk = within(0, t(Concept.TO), or(Concept.TALK, Concept.AGAIN));
        rule(anchor, NOT_SETTLED, "What was agreed is to talk about it.", plain(0, t(anchor), talk));
    }

    private void doubts(Concept anchor) {
        IntervalsSource agree = t(anchor);
        IntervalsSource ends = within(2, KIND, or(Concept.MODAL, Concept.BE, Concept.HAVE), t(Concept.END));
        rule(anchor, UNSURE, "What was agreed may be its end.", plain(10, agree, ends));
        String once = "It says that it was once agreed.";
        rule(anchor, UNSURE, once, near(4, agree, t(Concept.EARLIER)));
        rule(anchor, UNSURE, once, plain(4, t(Concept.EARLIER), agree));
        String hedged = "The agreement is only in principle or not certain.";
        rule(anchor, UNSURE, hedged, near(20, agree, t(Concept.HEDGE)));
        rule(anchor, UNSURE, hedged, near(5, t(Concept.HEDGE), agree));
        String hearsay = "It passes on what somebody else has said.";
        rule(anchor, UNSURE, hearsay, near(10, t(Concept.HEARSAY), agree));
        rule(anchor, UNSURE, hearsay, near(20, agree, t(Concept.HEARSAY)));
        IntervalsSource others = or(Concept.WORKER, Concept.FAMILY, Concept.PERSON, Concept.CSC, Concept.OTHERBOSS);
        rule(anchor, UNSURE, hearsay, near(20, agree, within(0, others, t(Concept.SAY))));
    }

    /** Agreement received is an agreement; agreement by itself is only a word. */
    private void nouns() {
        IntervalsSource agreement = t(Concept.AGREEMENT);
        rule(Concept.AGREEMENT, AGREED, PLAIN, near(5, agreement, t(Concept.GET)));
        rule(Concept.AGREEMENT, AGREED, PLAIN, near(1, t(Concept.GET), agreement));
        rule(
                Concept.AGREEMENT,
                AGREED,
                PLAIN,
                near(1, agreement, t(Concept.WITH), or(Concept.COUNTERPART, Concept.TM)));
        rule(
                Concept.AGREEMENT,
                AGREED,
                PLAIN,
                near(3, t(Concept.WITH), or(Concept.COUNTERPART, Concept.TM), agreement));
        IntervalsSource managers = or(Concept.COUNTERPART, Concept.TM, Concept.BOTH);
        rule(Concept.AGREEMENT, AGREED, PLAIN, near(5, t(Concept.HAVE), agreement, managers));
        rule(Concept.AGREEMENT, AGREED, PLAIN, near(2, t(Concept.BOTH), agreement, t(Concept.COLON), managers));
        rule(Concept.AGREEMENT, UNSURE, "It speaks of an agreement without saying that there is one.", agreement);
    }

    private void refusals(Concept anchor) {
        String doubtful = "It speaks of a refusal without saying that there is one.";
        IntervalsSource refuse = t(anchor);
        rule(anchor, UNSURE, doubtful, near(2, NOT, refuse));
        rule(anchor, UNSURE, doubtful, near(1, t(Concept.MIGHT), refuse));
        rule(anchor, UNSURE, doubtful, inClause(Intervals.ordered(refuse, t(Concept.QUESTION))));
    }

    private void rule(Concept about, Says says, String because, IntervalsSource pattern) {
        rules.add(new Rule(rules.size(), about, says, because, pattern));
    }
}
