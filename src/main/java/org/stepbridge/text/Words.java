package org.stepbridge.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Note;
import org.stepbridge.model.Span;
import org.stepbridge.model.Span.Where;

/**
 * A note as a row of words and marks: heading first, then text, each closed by a mark that ends a sentence. What a word
 * means may still be refined (names, ends of clauses) before it is indexed.
 */
final class Words {
    private static final String STEP = "step";
    private static final String ALONGSIDE = "alongsid";
    private static final int PARTED = 5;

    private final Note note;
    private String[] terms = new String[256];
    private Concept[] concepts = new Concept[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int size;
    private int heading;

    private Words(Note note) {
        this.note = note;
    }

    /** The words of a note; kinds of transfer other than the one asked about become {@link Concept#OTHERKIND}. */
    static Words of(Note note, PhraseBook book, String kind) {
        Words words = new Words(note);
        String kindTerm = PhraseBook.KIND + kind;
        words.add(Concept.STOP.term, Concept.STOP, 0, 0);
        words.addAll(note.subject(), book, kindTerm);
        words.heading = words.size;
        words.addAll(note.text(), book, kindTerm);
        words.joinAnswers();
        words.look();
        words.joinParted(book, kindTerm);
        return words;
    }

    private void addAll(String text, PhraseBook book, String kindTerm) {
        int from = size;
        try (TokenStream stream = PracticeAnalyzer.ONE.tokenStream("", text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                add(term.toString(), Concept.WORD, offset.startOffset(), offset.endOffset());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        joinPhrases(from, book, kindTerm);
        add(Concept.STOP.term, Concept.STOP, text.length(), text.length());
    }

    /** Makes one word of each phrase that means something, the longest first, and says what the others mean. */
    private void joinPhrases(int from, PhraseBook book, String kindTerm) {
        int to = from;
        for (int i = from; i < size; to++) {
            PhraseBook.Entry phrase = book.longest(terms, i, size);
            int length = phrase == null ? 1 : phrase.length();
            terms[to] = phrase == null ? terms[i] : phrase.meaning();
            concepts[to] = concept(terms[to], kindTerm);
            starts[to] = starts[i];
            ends[to] = ends[i + length - 1];
            i += length;
        }
        size = to;
    }

    /** A question mark with its answer behind it asks nothing: it is a label. */
    private void joinAnswers() {
        for (int i = 0; i + 1 < size; i++) {
            boolean choice = concepts[i] == Concept.BLANK
                    && is(i + 1, Concept.COLON)
                    && written(i).length() > 2;
            if (choice && (is(i + 2, Concept.YES) || is(i + 2, Concept.NOPE) || is(i + 2, Concept.NOT))) {
                concepts[i] = Concept.COLON;
            } else if (concepts[i] == Concept.QUESTION) {
                int answer = is(i + 2, Concept.COLON) ? i + 3 : i + 1;
                if (is(answer, Concept.YES)
                        || is(answer, Concept.NOPE)
                        || is(answer, Concept.NOT)
                        || is(answer, Concept.BLANK)
                        || is(answer, Concept.TICK)
                        || is(answer, Concept.COLON)) {
                    concepts[i] = Concept.COLON;
                }
            }
        }
    }

    /** Both managers, and a leaning towards a transfer: what a word means by its form or by the word behind it. */
    private void look() {
        for (int i = 0; i < size; i++) {
            if (concepts[i] == Concept.MANAGER && !Name.isPossessive(written(i)) && isPlural(written(i))) {
                concepts[i] = Concept.BOTH;
            } else if (concepts[i] == Concept.MODAL && is(i + 1, Concept.AGREE) && isPast(i)) {
                concepts[i] = Concept.SELF;
            } else if (concepts[i] == Concept.PROVISO && isCircumstance(i)) {
                concepts[i] = Concept.WORD;
            } else if (concepts[i] == Concept.YES && is(i - 1, Concept.KIND) && !inHeading(i)) {
                concepts[i] = Concept.AGREE;
            } else if (concepts[i] == Concept.CONDITION && (isDuration(i) || isAskedAbout(i))) {
                concepts[i] = Concept.WORD;
            } else if (isNamesakeOfDoubt(i)) {
                concepts[i] = concepts[i] == Concept.PROVISO ? Concept.FILLER : Concept.WORD;
            } else if (concepts[i] == Concept.BOTH
                    && written(i).toLowerCase(Locale.ROOT).endsWith("manager")) {
                concepts[i] = Concept.MANAGER;
            } else if (concepts[i] == Concept.MANAGER && !isTitle(i)) {
                concepts[i] = Concept.WORD;
            } else if (concepts[i] == Concept.FAMILY && isOfParents(i)) {
                concepts[i] = Concept.WORD;
            } else if (concepts[i] == Concept.AGREE && isOffer(i)) {
                concepts[i] = Concept.WORD;
            } else if (isOfOtherThings(i)) {
                concepts[i] = Concept.NEGLIGIBLE;
            } else if (isSaid(i)) {
                concepts[i] = is(i + 1, Concept.YES) ? Concept.AGREE : Concept.SAY;
            } else if (isCalledOff(i)) {
                concepts[i] = Concept.WITHDRAW;
            } else if (concepts[i] == Concept.LEANING) {
                boolean towards = is(i + 1, Concept.KIND) || (is(i + 2, Concept.KIND) && !endsSentence(i + 1));
                concepts[i] = towards ? Concept.WEAK : Concept.WORD;
            }
        }
    }

    /** Co-work until the next review: how long, and no condition. */
    private boolean isDuration(int i) {
        String written = written(i);
        if (!written.equalsIgnoreCase("until") && !written.equalsIgnoreCase("till")) {
            return false;
        }
        boolean kind = false;
        for (int j = i - 1; j >= 0 && !endsSentence(j); j--) {
            switch (concepts[j]) {
                case NOT, POSTPONE, REFUSE, UNSETTLED, UNFIT, WITHDRAW -> {
                    return false;
                }
                // A move has no end.
                case KIND -> kind = !written(j).toLowerCase(Locale.ROOT).contains("down");
                default -> {
                    // Looks further back.
                }
            }
        }
        return kind;
    }

    /** Mum asked if she can keep going to the group: a question of hers, and no condition. */
    private boolean isAskedAbout(int i) {
        String written = written(i);
        boolean asks = is(i - 1, Concept.ASK) || is(i - 2, Concept.ASK);
        if (!asks || !(written.equalsIgnoreCase("if") || written.equalsIgnoreCase("whether"))) {
            return false;
        }
        for (int j = i + 1; j < size && !endsSentence(j) && concepts[j] != Concept.COMMA; j++) {
            if (concepts[j].isPredicate() || concepts[j] == Concept.KIND || concepts[j] == Concept.KEEN) {
                return false;
            }
        }
        return true;
    }

    /** Likes, provides, considered: of one stem with likely, providing and considering, but no doubt. */
    private boolean isNamesakeOfDoubt(int i) {
        if (concepts[i] == Concept.DOUBT) {
            return written(i).toLowerCase(Locale.ROOT).startsWith("clarified");
        }
        return (concepts[i] == Concept.HEDGE || concepts[i] == Concept.PROVISO)
                && switch (written(i).toLowerCase(Locale.ROOT)) {
                    case "like", "likes", "liked", "liking", "provide", "provides" -> true;
                    case "consider", "considers", "considered" -> true;
                    default -> false;
                };
    }

    /** Happy to talk, pleased to hear: agrees to nothing. */
    private boolean isOffer(int i) {
        if (i + 1 >= size || !written(i).toLowerCase(Locale.ROOT).endsWith(" to")) {
            return false;
        }
        return switch (concepts[i + 1]) {
            case TALK, AGAIN, SAY, CONTINGENCY -> true;
            case WORD ->
                switch (terms[i + 1]) {
                    case "chat", "hear", "explain", "answer", "join", "attend", "see", "share", "look", "consid" ->
                        true;
                    default -> false;
                };
            default -> false;
        };
    }

    /** Parenting support, parental conflict: nobody of the family. */
    private boolean isOfParents(int i) {
        String written = written(i).toLowerCase(Locale.ROOT);
        return written.equals("parenting") || written.equals("parental");
    }

    /** A manager, but not managing his behaviour. */
    private boolean isTitle(int i) {
        String written = written(i).toLowerCase(Locale.ROOT);
        return !written.startsWith("manag") || written.startsWith("manager");
    }

    /** The co-working framework, or stepping down his support: no transfer of a child. */
    private boolean isOfOtherThings(int i) {
        if (concepts[i] != Concept.KIND && concepts[i] != Concept.OTHERKIND) {
            return false;
        }
        int next = i + 1;
        while (is(next, Concept.SHE)
                || is(next, Concept.FILLER)
                || is(next, Concept.FAMILY)
                || is(next, Concept.AGREE)) {
            next++;
        }
        boolean actions = is(i + 1, Concept.FILLER)
                && written(i + 1).toLowerCase(Locale.ROOT).startsWith("agreed ");
        if (actions) {
            return true;
        }
        if (next >= size || inHeading(i) != inHeading(next)) {
            return false;
        }
        return switch (written(next).toLowerCase(Locale.ROOT)) {
            case "cases", "framework", "template", "guidance", "policy", "protocol", "training", "tracker" ->
                next == i + 1;
            case "workshop", "briefing", "figures", "numbers", "procedure", "procedures" -> next == i + 1;
            case "actions", "support", "sessions", "visits", "medication", "hours" ->
                terms[i].contains("step") || written(i).toLowerCase(Locale.ROOT).contains("step");
            default -> false;
        };
    }

    /** I sd yes: said, and no step down. */
    private boolean isSaid(int i) {
        return (concepts[i] == Concept.KIND || concepts[i] == Concept.OTHERKIND)
                && written(i).equalsIgnoreCase("sd")
                && (is(i - 1, Concept.SELF) || is(i - 1, Concept.SHE))
                && (is(i + 1, Concept.YES) || is(i + 1, Concept.NOT) || is(i + 1, Concept.THAT));
    }

    /** Step down is off. */
    private boolean isCalledOff(int i) {
        int be = is(i - 1, Concept.NOW) ? i - 2 : i - 1;
        return concepts[i] == Concept.FILLER
                && is(be, Concept.BE)
                && (is(be - 1, Concept.KIND) || is(be - 1, Concept.IT))
                && written(i).equalsIgnoreCase("off")
                && !(i + 1 < size && concepts[i + 1] == Concept.WORD);
    }

    /** Home conditions, or a contingency plan: nothing depends on them. */
    private boolean isCircumstance(int i) {
        String written = written(i).toLowerCase(Locale.ROOT);
        return written.startsWith("contingenc") || written.equals("conditions");
    }

    /** As we'd agreed: they had. */
    private boolean isPast(int i) {
        String written = written(i).toLowerCase(Locale.ROOT);
        return (written.equals("we'd") || written.equals("we’d") || written.equals("i'd") || written.equals("i’d"))
                && written(i + 1).toLowerCase(Locale.ROOT).endsWith("agreed");
    }

    /** Stepping the Nowaks down, alongside Hannah SW: the kind's two words with somebody between them. */
    private void joinParted(PhraseBook book, String kindTerm) {
        for (int i = 0; i < size; i++) {
            if (concepts[i] == Concept.FILLER && terms[i].equals(Concept.FILLER.term) && isBeforeWorker(i)) {
                String kind = book.kind(ALONGSIDE, "sw");
                concepts[i] = kind == null ? Concept.FILLER : concept(kind, kindTerm);
                continue;
            }
            if (concepts[i] != Concept.WORD || !terms[i].equals(STEP)) {
                continue;
            }
            for (int j = i + 2; j < Math.min(size, i + PARTED) && !endsSentence(j - 1); j++) {
                String kind = terms[j].equals("down") || terms[j].equals("up") ? book.kind(STEP, terms[j]) : null;
                if (kind != null) {
                    concepts[i] = concept(kind, kindTerm);
                    break;
                }
            }
        }
    }

    private boolean isBeforeWorker(int i) {
        if (!written(i).equalsIgnoreCase("alongside")) {
            return false;
        }
        int next = i + 1;
        while (is(next, Concept.WORD) && isCapital(next)) {
            next++;
        }
        return is(next, Concept.WORKER) || is(next, Concept.CSC);
    }

    private static boolean isPlural(String written) {
        String plain = written.toLowerCase(Locale.ROOT);
        return plain.endsWith("s") || plain.endsWith("s'") || plain.endsWith("s’");
    }

    private static Concept concept(String term, String kindTerm) {
        if (term.isEmpty() || term.charAt(0) != '#') {
            return Concept.WORD;
        }
        Concept concept = Concept.of(term);
        return concept != null ? concept : term.equals(kindTerm) ? Concept.KIND : Concept.OTHERKIND;
    }

    private void add(String term, Concept concept, int start, int end) {
        if (size == terms.length) {
            terms = Arrays.copyOf(terms, size * 2);
            concepts = Arrays.copyOf(concepts, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        terms[size] = term;
        concepts[size] = concept;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    int size() {
        return size;
    }

    Concept concept(int i) {
        return concepts[i];
    }

    boolean is(int i, Concept concept) {
        return i >= 0 && i < size && concepts[i] == concept;
    }

    void become(int i, Concept concept) {
        concepts[i] = concept;
    }

    String term(int i) {
        return terms[i];
    }

    /** Whether it is a date, a time or another number. */
    boolean isNumber(int i) {
        return concepts[i] == Concept.WORD && Character.isDigit(terms[i].charAt(0));
    }

    boolean inHeading(int i) {
        return i < heading;
    }

    /** Where the text starts, after the heading. */
    int textStart() {
        return heading;
    }

    boolean anywhere(Concept concept) {
        for (int i = 0; i < size; i++) {
            if (concepts[i] == concept) {
                return true;
            }
        }
        return false;
    }

    /** The characters as they were written. */
    String written(int i) {
        return (inHeading(i) ? note.subject() : note.text()).substring(starts[i], ends[i]);
    }

    boolean isCapital(int i) {
        String text = inHeading(i) ? note.subject() : note.text();
        return starts[i] < ends[i] && Character.isUpperCase(text.charAt(starts[i]));
    }

    /** Whether it starts with a capital and has no other, as the first word of a sentence. */
    boolean isSentenceCase(int i) {
        if (!isCapital(i)) {
            return false;
        }
        String word = written(i);
        return word.length() > 1 && word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
    }

    /** Whether a stroke or another mark of two stands between this word and the one before: Claire / Maja. */
    boolean isParted(int i) {
        if (inHeading(i) != inHeading(i - 1) || ends[i - 1] > starts[i]) {
            return false;
        }
        String between = (inHeading(i) ? note.subject() : note.text()).substring(ends[i - 1], starts[i]);
        return between.contains("/") || between.contains("|") || between.contains("\n");
    }

    /** Whether it is a word in small letters, or a number. */
    boolean isSmall(int i) {
        return starts[i] < ends[i] && !isCapital(i);
    }

    /** Whether most words of the text start with a capital, so that a capital tells nothing. */
    boolean isTitleCase() {
        int capitals = 0;
        int all = 0;
        for (int i = heading; i < size; i++) {
            if (starts[i] < ends[i] && Character.isLetter(note.text().charAt(starts[i]))) {
                all++;
                capitals += isCapital(i) ? 1 : 0;
            }
        }
        return capitals * 5 > all * 3;
    }

    /** Ends a sentence before this word where the writer put no mark. */
    void insertStop(int i) {
        add(Concept.STOP.term, Concept.STOP, 0, 0);
        System.arraycopy(terms, i, terms, i + 1, size - 1 - i);
        System.arraycopy(concepts, i, concepts, i + 1, size - 1 - i);
        System.arraycopy(starts, i, starts, i + 1, size - 1 - i);
        System.arraycopy(ends, i, ends, i + 1, size - 1 - i);
        terms[i] = Concept.STOP.term;
        concepts[i] = Concept.STOP;
        ends[i] = starts[i];
    }

    /** Where the sentence that holds this word starts: after the mark before it. */
    int sentenceStart(int i) {
        int start = i;
        while (start > 0 && !endsSentence(start - 1)) {
            start--;
        }
        return start;
    }

    /** Where that sentence ends: at its closing mark. */
    int sentenceEnd(int i) {
        int end = i;
        while (end < size && !endsSentence(end)) {
            end++;
        }
        return end;
    }

    /** The heading's sentences and then the text's; a sentence may be nothing but its mark. */
    List<Sentence> sentences() {
        List<Sentence> all = new ArrayList<>();
        for (int start = 0; start < size; ) {
            int end = Math.min(sentenceEnd(start) + 1, size);
            all.add(new Sentence(start, end));
            start = end;
        }
        return all;
    }

    /**
     * A sentence.
     *
     * @param start its first word
     * @param end behind its closing mark
     */
    record Sentence(int start, int end) {
        boolean hasWords() {
            return end - start > 1;
        }
    }

    boolean endsSentence(int i) {
        return concepts[i] == Concept.STOP || concepts[i] == Concept.QUESTION;
    }

    /** Whether any of the words from {@code first} to before {@code behind} stands in this span. */
    boolean overlap(int first, int behind, Span span) {
        return (first < heading) == (span.where() == Where.SUBJECT)
                && starts[first] < span.end()
                && span.start() < ends[behind - 1];
    }

    /**
     * Adds the words from {@code first} to before {@code behind} as they were written, with all that stands between them;
     * those that are to be told otherwise are, once where several in a row are told alike.
     *
     * @param otherwise by the word's place, null for a word that stays as it was written
     */
    void tell(int first, int behind, IntFunction<@Nullable String> otherwise, StringBuilder told) {
        String text = inHeading(first) ? note.subject() : note.text();
        int at = starts[first];
        String before = null;
        for (int i = first; i < behind; i++) {
            String other = otherwise.apply(i);
            if (other == null || starts[i] < at || starts[i] == ends[i]) {
                continue;
            }
            String between = text.substring(at, starts[i]);
            if (!other.equals(before) || !between.isBlank()) {
                told.append(between).append(other);
            }
            before = other;
            at = ends[i];
        }
        told.append(text, at, Math.max(at, ends[behind - 1]));
    }

    /** The stretch of the note from one word to another, the last one included. */
    Span span(int first, int last) {
        boolean subject = inHeading(first);
        int end = ends[last];
        String text = subject ? note.subject() : note.text();
        return new Span(subject ? Where.SUBJECT : Where.TEXT, starts[first], end, text.substring(starts[first], end));
    }
}
