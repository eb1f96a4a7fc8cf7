package org.stepbridge.text;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Takes apostrophes and inner dots out of words (don't, O'Dowd, T.M.) and the possessive 's off their end. */
final class PlainFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    PlainFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        char[] chars = term.buffer();
        int length = term.length();
        if (length > 2 && chars[length - 1] == 's' && chars[length - 2] == '\'') {
            length -= 2;
        }
        int kept = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c != '\'' && c != '.' && c != '`') {
                chars[kept++] = c;
            }
        }
        term.setLength(kept);
        return true;
    }
}
