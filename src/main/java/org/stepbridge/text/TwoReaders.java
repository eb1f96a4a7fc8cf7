package org.stepbridge.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stepbridge.evidence.NoteReader;
import org.stepbridge.evidence.Question;
import org.stepbridge.evidence.Reading;
import org.stepbridge.evidence.Says;
import org.stepbridge.model.Note;
import org.stepbridge.model.Span;
import org.stepbridge.text.Words.Sentence;

/**
 * Two readers of every note: one by rules, who says what decided, and one who has learned from labelled notes how managers
 * write. The rules know many words for an agreement and never all; the second reader knows no word for certain. Where both
 * are of one opinion it stands, where they are of contrary ones a person is asked, and where the rules cannot tell, the second
 * reader decides if it is nearly certain (ADR 8). A note that is plain at a glance is read by the rules alone.
 */
@Component
public final class TwoReaders implements NoteReader {
    /** How likely the second reader must find what the rules read for it to stand. */
    private static final double LIKELY = 0.7;
    /** The same where the note looks so at a glance. */
    private static final double PERHAPS = 0.3;
    /** How likely it must find what the rules do not read. */
    private static final double NEARLY_CERTAIN = 0.95;

    private static final int FEW = 3;
    private static final int MANY = 4;

    private final LuceneNoteReader first = new LuceneNoteReader();
    private final Glance glance = Glance.taught();
    private final SecondReader second = SecondReader.taught();

    @Override
    public Reading read(Note note, Question question) {
        ReadWords read = first.readWords(note, question);
        Reading reading = read.reading();
        return switch (reading.says()) {
            // with whom is a matter of names
            case OTHER_COUNTERPART -> reading;
            case AGREED ->
                confirmed(read)
                        ? reading
                        : unsure("It has the words of an agreement, yet does not read like one.", reading);
            case REFUSED, NOT_SETTLED, OTHER_KIND, OTHER_CHILD ->
                confirmed(read)
                        ? reading
                        : unsure("Something in it speaks against an agreement, yet it reads like one.", reading);
            case SILENT -> glance.confirms(read) ? reading : silent(read, second.of(read));
            case UNSURE -> unsure(read, second.of(read));
        };
    }

    /**
     * Whether what the rules read stands: at a glance, or because the second reader finds it likely. In a note of many other
     * things it loses sight of the sentence that says it: then it is enough that this is plain, or a single one that leans the
     * same way, and that the second reader is nearly certain of the rest.
     */
    private boolean confirmed(ReadWords read) {
        if (glance.confirms(read)) {
            return true;
        }
        Opinion whole = second.of(read);
        double likely = read.reading().says() == Says.AGREED ? whole.agreed() : whole.notAgreed();
        return likely >= LIKELY
                || ((glance.confirmsThePoint(read) || (glance.leansTo(read) && isOneAmongMany(read)))
                        && second.of(new Retelling(read).besideThePoint()).notAgreed() >= NEARLY_CERTAIN);
    }

    /** Whether the heading and a sentence or two are to the point, and many more are not. */
    private static boolean isOneAmongMany(ReadWords read) {
        int point = 0;
        int other = 0;
        for (Sentence sentence : read.words().sentences()) {
            if (Traits.isToThePoint(read, sentence)) {
                point++;
            } else if (sentence.hasWords()) {
                other++;
            }
        }
        return point <= FEW && other >= MANY;
    }

    private Reading silent(ReadWords read, Opinion opinion) {
        if (opinion.notAgreed() >= (glance.leansTo(read) ? PERHAPS : LIKELY)) {
            return read.reading();
        }
        return opinion.agreed() >= NEARLY_CERTAIN
                ? agreed(read)
                : unsure("No word for an agreement is known in it, yet it reads like one.", read.reading());
    }

    private Reading unsure(ReadWords read, Opinion opinion) {
        if (opinion.agreed() >= NEARLY_CERTAIN) {
            return agreed(read);
        }
        return opinion.notAgreed() >= NEARLY_CERTAIN
                ? new Reading(
                        Says.NOT_SETTLED,
                        "It speaks of an agreement, yet reads like one that was not reached.",
                        read.reading().spans())
                : read.reading();
    }

    private Reading agreed(ReadWords read) {
        return new Reading(
                Says.AGREED,
                "It reads like an agreement, though in words that the rules do not know for certain.",
                List.of(decisive(read)));
    }

    /** The sentence that by itself reads most like an agreement. */
    private Span decisive(ReadWords read) {
        Retelling retelling = new Retelling(read);
        Words words = read.words();
        Span best = null;
        double most = -1;
        for (Sentence sentence : words.sentences()) {
            if (sentence.hasWords()) {
                double agreed = second.of(retelling.told(List.of(sentence))).agreed();
                if (agreed > most) {
                    most = agreed;
                    best = words.span(sentence.start(), sentence.end() - 2);
                }
            }
        }
        return best == null ? words.span(0, 0) : best;
    }

    private static Reading unsure(String because, Reading reading) {
        return new Reading(Says.UNSURE, because, reading.spans());
    }
}
