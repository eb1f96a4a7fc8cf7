package org.stepbridge.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.jspecify.annotations.Nullable;
import org.stepbridge.evidence.Phrases;
import org.stepbridge.evidence.Says;

/** Turns a note into stems, marks and concepts: every phrase that means something becomes one term. */
final class PracticeAnalyzer extends Analyzer {
    /** What a term for a kind of transfer starts with. */
    static final String KIND = "#kind:";

    private static final Analyzer PLAIN = new PracticeAnalyzer(null, Map.of());

    private final @Nullable SynonymMap phrases;
    private final Map<String, String> meanings;

    private PracticeAnalyzer(@Nullable SynonymMap phrases, Map<String, String> meanings) {
        this.phrases = phrases;
        this.meanings = meanings;
    }

    /** The term for the kind of transfer that these two words name when nothing stands between, null if none. */
    @Nullable
    String kind(String first, String second) {
        String meaning = meanings.get(first + " " + second);
        return meaning != null && meaning.startsWith(KIND) ? meaning : null;
    }

    /** An analyzer for the built-in phrases and the pack's own, which win where both know a phrase. */
    static PracticeAnalyzer of(Practice practice, Phrases pack) {
        Map<String, String> meanings = new HashMap<>();
        practice.words().forEach((name, list) -> add(meanings, list, Concept.named(name).term, false));
        practice.kinds().forEach((kind, list) -> add(meanings, list, KIND + kind, false));
        pack.says().forEach((says, list) -> add(meanings, list, meaning(says).term, true));
        pack.kinds().forEach((kind, list) -> {
            add(meanings, List.of(kind), KIND + kind, true);
            add(meanings, list, KIND + kind, true);
        });
        return new PracticeAnalyzer(compile(meanings), Map.copyOf(meanings));
    }

    private static Concept meaning(Says says) {
        return switch (says) {
            case AGREED -> Concept.AGREE;
            case REFUSED -> Concept.REFUSE;
            case NOT_SETTLED -> Concept.UNSETTLED;
            case UNSURE -> Concept.HEDGE;
            case OTHER_COUNTERPART -> Concept.OTHERBOSS;
            case OTHER_CHILD -> Concept.SIBLING;
            case OTHER_KIND, SILENT -> Concept.NEGLIGIBLE;
        };
    }

    private static void add(Map<String, String> meanings, List<String> phrases, String meaning, boolean wins) {
        for (String phrase : phrases) {
            String key = String.join(" ", terms(PLAIN, phrase, term -> !term.startsWith("#")));
            if (key.isEmpty()) {
                continue;
            }
            String before = wins ? meanings.put(key, meaning) : meanings.putIfAbsent(key, meaning);
            if (!wins && before != null && !before.equals(meaning)) {
                throw new IllegalStateException(
                        "british-practice.yaml: \"" + phrase + "\" stands for " + before + " and " + meaning);
            }
        }
    }

    private static SynonymMap compile(Map<String, String> meanings) {
        SynonymMap.Builder builder = new SynonymMap.Builder(true);
        meanings.forEach((phrase, meaning) -> builder.add(
                SynonymMap.Builder.join(phrase.split(" "), new CharsRefBuilder()), new CharsRef(meaning), false));
        try {
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plain terms of a name, as they look in a note that was analysed. */
    static List<String> nameTerms(String name) {
        return terms(PLAIN, name, term -> !term.startsWith("#"));
    }

    private static List<String> terms(Analyzer analyzer, String text, Predicate<String> wanted) {
        List<String> terms = new java.util.ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (wanted.test(term.toString())) {
                    terms.add(term.toString());
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new PracticeTokenizer();
        TokenStream stream = new PlainFilter(new LowerCaseFilter(new ASCIIFoldingFilter(tokenizer)));
        stream = new PorterStemFilter(new Spelling(stream));
        if (phrases != null) {
            stream = new SynonymGraphFilter(stream, phrases, false);
        }
        return new TokenStreamComponents(tokenizer, stream);
    }
}
