package org.stepbridge.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stepbridge.evidence.Look.Order;
import org.stepbridge.evidence.Look.Standing;
import org.stepbridge.model.Considered;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Verdict;

/** Weighs all notes together: the last word counts, and a doubt that could change the answer is a question. */
final class LastWord {
    private static final String TAKEN_BACK = "A later note takes the agreement back.";

    private final List<Look> looks;
    private final LocalDate requestedOn;
    private final String clause;
    private final UnaryOperator<Look> aloud;

    /**
     * @param looks every note, in any order
     * @param requestedOn the day of the request
     * @param clause the clause for flags
     * @param aloud reads the words of a note that was not read yet
     */
    LastWord(List<Look> looks, LocalDate requestedOn, String clause, UnaryOperator<Look> aloud) {
        this.looks = looks.stream()
                .sorted(Comparator.comparing(Look::date)
                        .reversed()
                        .thenComparing(look -> look.note().noteId()))
                .collect(ArrayList::new, List::add, List::addAll);
        this.requestedOn = requestedOn;
        this.clause = clause;
        this.aloud = aloud;
    }

    /** The verdict. */
    Verdict verdict(boolean childIdentified) {
        List<Look> standing = new ArrayList<>();
        List<Look> doubtful = new ArrayList<>();
        List<Look> takenBack = new ArrayList<>();
        if (looks.stream().anyMatch(Look::agrees)) {
            looks.replaceAll(look -> look.standing() == Standing.ASIDE || look.standing() == Standing.COVERING
                    ? aloud.apply(look)
                    : look);
        }
        for (Look look : looks) {
            if (look.agrees()) {
                switch (contradiction(look)) {
                    case NONE -> standing.add(look);
                    case POSSIBLE -> doubtful.add(look);
                    case PLAIN -> takenBack.add(look);
                }
            }
        }
        Optional<Look> cited = cite(standing);
        if (cited.isPresent()) {
            return evidenced(cited.get());
        }
        if (!doubtful.isEmpty()) {
            Look first = doubtful.get(0);
            return unclear(
                    "Note " + first.note().noteId()
                            + " says that it was agreed, but another note seems to say otherwise: which one holds?",
                    first,
                    "It says that it was agreed, but another note seems to say otherwise.");
        }
        Optional<Look> question = looks.stream().filter(Look::asks).min(Comparator.comparingInt(LastWord::rank));
        if (question.isPresent()) {
            Look asked = question.get();
            return unclear(question(asked), asked, asked.doubt() == null ? asked.why() : asked.doubt());
        }
        if (!childIdentified) {
            return new Verdict.Unclear(
                    "The request carries no identifier of the child that can be checked: which record is it about?",
                    considered(null, "", takenBack));
        }
        return new Verdict.NotEvidenced(considered(null, "", takenBack));
    }

    private enum Contradiction {
        NONE,
        POSSIBLE,
        PLAIN
    }

    /** What the other notes do to this agreement. */
    private Contradiction contradiction(Look agreement) {
        Contradiction worst = Contradiction.NONE;
        for (Look other : looks) {
            Contradiction found = contradiction(other, other.to(agreement));
            if (found.compareTo(worst) > 0) {
                worst = found;
            }
        }
        return worst;
    }

    private static Contradiction contradiction(Look other, Order order) {
        Reading reading = other.reading();
        if (reading == null || order == Order.EARLIER) {
            return Contradiction.NONE;
        }
        boolean rightType = other.standing() == Standing.IN_SCOPE || other.standing() == Standing.COVERING;
        return switch (reading.says()) {
            case REFUSED ->
                order == Order.LATER && other.doubt() == null && rightType
                        ? Contradiction.PLAIN
                        : Contradiction.POSSIBLE;
            case NOT_SETTLED, UNSURE -> rightType ? Contradiction.POSSIBLE : Contradiction.NONE;
            case AGREED, OTHER_COUNTERPART, OTHER_KIND, OTHER_CHILD, SILENT -> Contradiction.NONE;
        };
    }

    /** The latest on or before the day of the request, else the earliest after it. */
    private Optional<Look> cite(List<Look> agreements) {
        Comparator<Look> byTime = Comparator.comparing(Look::date)
                .thenComparing(look -> look.note().recordedAt(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(look -> look.note().noteId());
        return agreements.stream()
                .filter(look -> !look.date().isAfter(requestedOn))
                .max(byTime)
                .or(() -> agreements.stream().min(byTime));
    }

    private Verdict evidenced(Look look) {
        List<Flag> flags = look.date().isAfter(requestedOn)
                ? List.of(new Flag(
                        "note-after-request",
                        clause,
                        "The note is dated after the request; the discussion should come first."))
                : List.of();
        return new Verdict.Evidenced(look.considered(true), flags, considered(look, look.why(), List.of()));
    }

    private Verdict unclear(String question, Look look, String why) {
        return new Verdict.Unclear(question, considered(look, why, List.of()));
    }

    @SuppressWarnings("ReferenceEquality") // the very look, not one like it
    private List<Considered> considered(@Nullable Look first, String why, List<Look> takenBack) {
        List<Considered> all = new ArrayList<>(looks.size());
        boolean counts = first != null && first.agrees() && why.equals(first.why());
        if (first != null) {
            all.add(first.considered(counts, why));
        }
        for (Look look : looks) {
            if (look != first) {
                all.add(takenBack.contains(look) ? look.considered(false, TAKEN_BACK) : look.considered(false));
            }
        }
        return all;
    }

    /** The question that brings an answer soonest comes first. */
    private static int rank(Look look) {
        Reading reading = look.reading();
        if (reading == null) {
            return 3;
        }
        return look.doubt() == null ? (reading.says() == Says.OTHER_COUNTERPART ? 0 : 1) : 2;
    }

    private static String question(Look look) {
        String id = look.note().noteId();
        Reading reading = look.reading();
        if (reading == null) {
            return "Note " + id + " of this child could not be read in full: what does it say in EHM?";
        }
        if (look.doubt() != null) {
            return "Note " + id + " speaks of an agreement. " + look.doubt()
                    + " Is it about this child, and does it hold?";
        }
        return "Note " + id + ": " + reading.because() + " Was it agreed?";
    }
}
