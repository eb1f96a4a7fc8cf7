package org.stepbridge.text;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * Brings words to their stems: without accents, in small letters, mended, without endings. Notes use the same few thousand
 * words over and over, so each is worked out once and remembered. A filter serves one thread.
 */
final class Stems extends TokenFilter {
    /** Names and slips would fill it without end. */
    private static final int REMEMBERED = 20_000;

    private static final Analyzer WORD = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer word = new KeywordTokenizer();
            TokenStream plain = new PlainFilter(new LowerCaseFilter(new ASCIIFoldingFilter(word)));
            return new TokenStreamComponents(word, new PorterStemFilter(new Spelling(plain)));
        }
    };

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final CharArrayMap<char[]> known = new CharArrayMap<>(1024, false);

    Stems(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!keyword.isKeyword()) {
            char[] stem = known.get(term.buffer(), 0, term.length());
            if (stem == null) {
                stem = remember(term.toString());
            }
            term.copyBuffer(stem, 0, stem.length);
        }
        return true;
    }

    private char[] remember(String word) throws IOException {
        char[] stem = stem(word).toCharArray();
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        known.put(word, stem);
        return stem;
    }

    private static String stem(String word) throws IOException {
        try (TokenStream stream = WORD.tokenStream("", word)) {
            CharTermAttribute stem = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            String text = stream.incrementToken() ? stem.toString() : "";
            stream.end();
            return text;
        }
    }
}
