package org.stepbridge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stepbridge.text.Words.Sentence;

/**
 * A note as it is told to the second reader: in place of each name stands who that is to the request, and in place of each
 * word for a kind of transfer whether it is the one asked about. So it learns nobody's name, and one kind is read like
 * another.
 */
final class Retelling {
    private static final String HEADING_ENDS = " . ";

    private final ReadWords read;
    private final Name self;

    Retelling(ReadWords read) {
        this.read = read;
        self = Name.of(read.author());
    }

    /** All of it, the heading first. */
    String whole() {
        Words words = read.words();
        StringBuilder told = new StringBuilder();
        words.tell(0, words.textStart(), this::otherwise, told);
        told.append(HEADING_ENDS);
        words.tell(words.textStart(), words.size(), this::otherwise, told);
        return told.toString();
    }

    /** The sentences that are to the point, each with its neighbours. */
    String toThePoint() {
        List<Sentence> all = read.words().sentences();
        List<Sentence> wanted = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<Sentence> here = all.subList(Math.max(0, i - 1), Math.min(all.size(), i + 2));
            if (here.stream().anyMatch(sentence -> Traits.isToThePoint(read, sentence))) {
                wanted.add(all.get(i));
            }
        }
        return told(wanted);
    }

    /** The sentences that are not to the point. */
    String besideThePoint() {
        return told(read.words().sentences().stream()
                .filter(sentence -> !Traits.isToThePoint(read, sentence))
                .toList());
    }

    /** These sentences. */
    String told(List<Sentence> sentences) {
        StringBuilder told = new StringBuilder();
        for (Sentence sentence : sentences) {
            read.words().tell(sentence.start(), sentence.end(), this::otherwise, told);
            told.append(' ');
        }
        return told.toString();
    }

    private @Nullable String otherwise(int i) {
        Words words = read.words();
        String who = switch (words.concept(i)) {
            case KIND -> "the transfer";
            case OTHERKIND -> "the other kind";
            case COUNTERPART -> "the manager";
            case CHILD -> "the child";
            // of a request that does not say which manager asked, whoever is named may be the one
            case PERSON -> read.counterpartKnown() ? "somebody" : "the manager";
            default -> self.has(Name.plain(words.written(i).toLowerCase(Locale.ROOT))) ? "myself" : null;
        };
        return who != null && Name.isPossessive(words.written(i)) ? who + "'s" : who;
    }
}
