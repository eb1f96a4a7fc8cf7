package org.stepbridge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stepbridge.evidence.Question;
import org.stepbridge.model.Note;

/** Finds out who is named in a note: the manager on the request, the author, the child, or somebody else. */
final class People {
    private static final Set<String> THEIR_WORD = Set.copyOf(PracticeAnalyzer.stems(
            "view decision opinion email request approval confirmation comment response reply message call position"));

    private final Words words;
    private final Name counterpart;
    private final Name author;
    private final Name childName;
    private final Name childForename;
    private final Name childSurname;
    private final boolean capitalsMean;

    private People(Words words, Question question, Note note) {
        this.words = words;
        this.counterpart = Name.of(question.counterpart());
        this.author = Name.of(note.author());
        this.childName =
                Name.of(question.child().forename() + " " + question.child().surname());
        this.childForename = Name.of(question.child().forename());
        this.childSurname = Name.of(question.child().surname());
        this.capitalsMean = !isShouted(note.text());
    }

    /** Marks every name in these words with what its bearer is to the question. */
    static void mark(Words words, Question question, Note note) {
        new People(words, question, note).markAll();
    }

    private static boolean isShouted(String text) {
        int capitals = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                capitals += Character.isUpperCase(c) ? 1 : 0;
            }
        }
        return capitals * 2 > letters;
    }

    private void markAll() {
        int i = 0;
        while (i < words.size()) {
            int end = i;
            List<String> run = new ArrayList<>(3);
            while (end < words.size() && couldBeNamePart(end) && (end == i || !words.isParted(end))) {
                run.addAll(Name.of(words.written(end)).parts());
                end++;
            }
            if (run.isEmpty()) {
                i++;
            } else {
                markRun(i, end, run);
                i = end;
            }
        }
        partPossessives();
        joinRoles();
    }

    /** Helen Marsh's team is not Helen Marsh, and Oliver's brother is not Oliver. */
    private void partPossessives() {
        for (int i = 0; i + 1 < words.size(); i++) {
            Concept owner = words.concept(i);
            boolean possessive =
                    (owner == Concept.COUNTERPART || owner == Concept.CHILD) && Name.isPossessive(words.written(i));
            if (!possessive) {
                continue;
            }
            boolean theirs = owner == Concept.CHILD ? isSiblingWithin(i + 1) : isOffice(i + 1);
            for (int j = i; theirs && words.is(j, owner); j--) {
                words.become(j, owner == Concept.CHILD ? Concept.WORD : Concept.CSC);
            }
        }
    }

    private boolean isSiblingWithin(int i) {
        return words.is(i, Concept.SIBLING) || words.is(i + 1, Concept.SIBLING);
    }

    /** Whether this belongs to somebody without being their word: a team or a deputy rather than a view or an email. */
    private boolean isOffice(int i) {
        return switch (words.concept(i)) {
            case CSC, WORKER, MANAGER, OTHERBOSS -> true;
            case WORD -> !THEIR_WORD.contains(words.term(i));
            default -> false;
        };
    }

    private boolean couldBeNamePart(int i) {
        if (words.inHeading(i) && i == 0) {
            return false;
        }
        Concept concept = words.concept(i);
        boolean capital = words.isCapital(i);
        if (concept == Concept.WORD) {
            if (capital && capitalsMean) {
                return Character.isLetter(words.written(i).charAt(0)) && (!isAcronym(i) || isSomebodysInitials(i));
            }
            String plain = Name.plain(words.written(i));
            return counterpart.has(plain)
                    || author.has(plain)
                    || childForename.has(plain)
                    || Forenames.has(plain, capital);
        }
        // Will, Grace or Marsh may be a word of ours too: then it is a name only beside the rest of that name.
        if (!capital || !concept.isWorded()) {
            return false;
        }
        String plain = Name.plain(words.written(i));
        return isPartWithRest(counterpart, plain, i)
                || isPartWithRest(author, plain, i)
                || isPartWithRest(childForename, plain, i);
    }

    /** CIN, LAC, TAF: capitals that are nobody's name. */
    private boolean isAcronym(int i) {
        String written = words.written(i);
        return written.length() > 1 && written.equals(written.toUpperCase(Locale.ROOT));
    }

    private boolean isSomebodysInitials(int i) {
        String written = words.written(i);
        return counterpart.isInitials(written)
                || author.isInitials(written)
                || childName.isInitials(written)
                || (counterpart.isKnown()
                        && counterpart.isMeantBy(List.of(counterpart.forename(), Name.plain(written))));
    }

    private boolean isPartWithRest(Name name, String plain, int i) {
        if (!name.has(plain)) {
            return false;
        }
        boolean before = i > 0 && words.isCapital(i - 1) && name.has(Name.plain(words.written(i - 1)));
        boolean after = i + 1 < words.size()
                && words.isCapital(i + 1)
                && (name.has(Name.plain(words.written(i + 1)))
                        || name.isMeantBy(List.of(plain, Name.plain(words.written(i + 1)))));
        return before || after || (plain.equals(name.forename()) && isUsedAsName(i));
    }

    /** Whether a word that is a name too, such as Will, is used as one: not at the start, or with what only a person does. */
    private boolean isUsedAsName(int i) {
        if (!startsSentence(i)) {
            return true;
        }
        return switch (words.concept(i + 1)) {
            case AND, HAVE, TALK, SAY, TM, COMMA, COLON, DASH -> true;
            case AGREE, REFUSE, WEAK, WITHDRAW ->
                words.written(i + 1).endsWith("ed") || words.written(i + 1).endsWith("s");
            default -> Name.isPossessive(words.written(i));
        };
    }

    private boolean startsSentence(int i) {
        return i == 0 || words.endsSentence(i - 1);
    }

    private void markRun(int from, int to, List<String> run) {
        Concept concept = whose(from, to, run);
        if (concept == Concept.WORD) {
            // Following Helen Marsh: the first capital may only begin the sentence.
            if (to - from > 1 && startsSentence(from)) {
                markRun(
                        from + 1,
                        to,
                        run.subList(Name.of(words.written(from)).parts().size(), run.size()));
            }
            return;
        }
        int glued = counterpartAtEnd(run);
        if (concept == Concept.PERSON && glued > 0) {
            markRun(from + glued, to, run.subList(glued, run.size()));
            return;
        }
        if (concept == Concept.PERSON
                && to - from > 1
                && startsSentence(from)
                && !Forenames.has(run.get(0), true)
                && whose(from + 1, to, run.subList(1, run.size())) != Concept.WORD
                && whose(from + 1, to, run.subList(1, run.size())) != Concept.PERSON) {
            markRun(from + 1, to, run.subList(1, run.size()));
            return;
        }
        for (int i = from; i < to; i++) {
            words.become(i, concept);
        }
    }

    /** How many words stand before the full name of the manager on the request at the end of a run, 0 if it is not there. */
    private int counterpartAtEnd(List<String> run) {
        int before = run.size() - counterpart.parts().size();
        return counterpart.parts().size() > 1
                        && before > 0
                        && run.subList(before, run.size()).equals(counterpart.parts())
                ? before
                : 0;
    }

    private Concept whose(int from, int to, List<String> run) {
        boolean afterFor = from > 0 && words.is(from - 1, Concept.FOR);
        boolean child = childForename.isKnown()
                && (childForename.parts().containsAll(run)
                        || (run.get(0).equals(childForename.forename()) && isSurname(run.subList(1, run.size()))));
        if (child && (afterFor || !counterpart.isMeantBy(run))) {
            return Concept.CHILD;
        }
        if (counterpart.isMeantBy(run) || (run.size() == 1 && counterpart.isInitials(words.written(from)))) {
            return Concept.COUNTERPART;
        }
        if (author.isMeantBy(run) || (run.size() == 1 && author.isInitials(words.written(from)))) {
            return Concept.LM;
        }
        if (run.size() == 1 && childName.isInitials(words.written(from))) {
            return Concept.CHILD;
        }
        if (childSurname.isKnown() && childSurname.parts().containsAll(run)) {
            return words.is(from - 1, Concept.LIGHT) && isTitle(from - 1) ? Concept.FAMILY : Concept.ALLCHILDREN;
        }
        if (childSurname.isKnown()
                && run.size() > 1
                && childSurname.has(run.get(run.size() - 1))
                && Forenames.has(run.get(0), true)) {
            return Concept.SIBLING;
        }
        return isPerson(from, to, run) ? Concept.PERSON : Concept.WORD;
    }

    private boolean isSurname(List<String> rest) {
        return childSurname.isKnown()
                && (childSurname.parts().containsAll(rest)
                        || (rest.size() == 1
                                && rest.get(0).length() == 1
                                && childSurname.forename().startsWith(rest.get(0))));
    }

    private boolean isTitle(int i) {
        return switch (Name.plain(words.written(i))) {
            case "mr", "mrs", "ms", "miss", "dr" -> true;
            default -> false;
        };
    }

    private boolean isPerson(int from, int to, List<String> run) {
        boolean capital = words.isCapital(from);
        if (Forenames.has(run.get(0), capital)) {
            return true;
        }
        if (!capital || !capitalsMean) {
            return false;
        }
        if (from > 0 && words.is(from - 1, Concept.LIGHT) && isTitle(from - 1)) {
            return true;
        }
        boolean told = words.is(from - 1, Concept.WITH)
                || words.is(from - 1, Concept.BY)
                || words.is(from - 1, Concept.TM)
                || (words.is(from - 1, Concept.COLON) && words.is(from - 2, Concept.TM));
        boolean acts = (words.is(to, Concept.HAVE) && words.is(to + 1, Concept.AGREE))
                || (words.is(to, Concept.AGREE) && !words.written(from).endsWith("ly"));
        if (startsSentence(from)) {
            return acts && words.is(to, Concept.HAVE);
        }
        boolean role = words.is(to, Concept.TM) || (words.is(to, Concept.COMMA) && words.is(to + 1, Concept.TM));
        return told || acts || role;
    }

    /** A role beside a name says who that is: then both are one person. */
    private void joinRoles() {
        for (int i = 0; i < words.size(); i++) {
            Concept role = words.concept(i);
            if (role == Concept.FAMILY) {
                joinFamily(i);
            }
            if (role != Concept.TM
                    && role != Concept.LM
                    && role != Concept.WORKER
                    && role != Concept.OTHERBOSS
                    && role != Concept.SIBLING) {
                continue;
            }
            join(i, role, isPause(i - 1) ? i - 2 : i - 1, -1);
            int after = isPause(i + 1) ? i + 2 : i + 1;
            if (!isFollowedByTo(after)) {
                join(i, role, after, 1);
            }
        }
    }

    /** Aunt Farah, or his aunt (Farah): a forename that the manager happens to share. */
    private void joinFamily(int i) {
        int other = words.is(i + 1, Concept.COMMA) ? i + 2 : i + 1;
        int end = other;
        while (words.is(end, Concept.PERSON)) {
            end++;
        }
        // Mum, Dorota, is on board; but not: mum, Dorota and I.
        if (end > other && (other == i + 1 || words.is(end, Concept.COMMA))) {
            for (int j = other; j < end; j++) {
                words.become(j, Concept.FAMILY);
            }
        }
        int name = words.is(i + 1, Concept.COMMA) && words.written(i + 1).equals("(") ? i + 2 : i + 1;
        if (words.is(name, Concept.COUNTERPART)
                && !words.is(name + 1, Concept.COUNTERPART)
                && !words.is(name + 1, Concept.TM)) {
            words.become(name, Concept.FAMILY);
        }
    }

    private boolean isPause(int i) {
        return words.is(i, Concept.COMMA) || words.is(i, Concept.DASH) || words.is(i, Concept.COLON);
    }

    /** Sam Ellery to allocate: a new thought rather than a name for the role before. */
    private boolean isFollowedByTo(int i) {
        int end = i;
        while (words.is(end, Concept.PERSON)) {
            end++;
        }
        return words.is(end, Concept.TO);
    }

    private void join(int roleAt, Concept role, int at, int step) {
        if (!words.is(at, Concept.PERSON)) {
            return;
        }
        if (role == Concept.TM) {
            // A Team Manager with another name is another person.
            words.become(roleAt, Concept.OTHERBOSS);
            return;
        }
        for (int i = at; words.is(i, Concept.PERSON); i += step) {
            words.become(i, role);
        }
    }
}
