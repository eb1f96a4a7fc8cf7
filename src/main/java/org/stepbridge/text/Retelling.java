package org.stepbridge.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    /** The heading and the sentences that are to the point, each with its neighbours. */
    String toThePoint() {
        Words words = read.words();
        StringBuilder told = new StringBuilder();
        words.tell(0, words.textStart(), this::otherwise, told);
        told.append(HEADING_ENDS);
        boolean wanted = false;
        for (int start = words.textStart(); start < words.size(); ) {
            int end = Math.min(words.sentenceEnd(start) + 1, words.size());
            int next = end < words.size() ? Math.min(words.sentenceEnd(end) + 1, words.size()) : end;
            boolean point = Traits.isToThePoint(read, start, end);
            if (point || wanted || (next > end && Traits.isToThePoint(read, end, next))) {
                words.tell(start, end, this::otherwise, told);
                told.append(' ');
            }
            wanted = point;
            start = end;
        }
        return told.toString();
    }

    /** The sentences that are not to the point. */
    String besideThePoint() {
        Words words = read.words();
        StringBuilder told = new StringBuilder();
        for (int start = 0; start < words.size(); ) {
            int end = Math.min(words.sentenceEnd(start) + 1, words.size());
            if (!Traits.isToThePoint(read, start, end)) {
                words.tell(start, end, this::otherwise, told);
                told.append(' ');
            }
            start = end;
        }
        return told.toString();
    }

    /** The words from {@code start} to before {@code end}, none in the heading or all. */
    String part(int start, int end) {
        StringBuilder told = new StringBuilder();
        read.words().tell(start, end, this::otherwise, told);
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
