package org.stepbridge.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Turns a text into stems and marks. */
final class PracticeAnalyzer extends Analyzer {
    /** There is one for all texts. */
    static final Analyzer ONE = new PracticeAnalyzer();

    private PracticeAnalyzer() {}

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new PracticeTokenizer();
        return new TokenStreamComponents(tokenizer, new Stems(tokenizer));
    }

    /** The stems of a phrase or a name, as they look in a note that was analysed. */
    static List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        try (TokenStream stream = ONE.tokenStream("", text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (term.charAt(0) != '#') {
                    stems.add(term.toString());
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems;
    }
}
