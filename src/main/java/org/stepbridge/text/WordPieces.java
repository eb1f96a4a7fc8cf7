package org.stepbridge.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import opennlp.tools.tokenize.WordpieceTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Text as the numbers of the pieces of words that the second reader knows, between the marks for its start and its end. */
final class WordPieces {
    private static final String FILE = "word-pieces.txt";

    private final Map<String, Long> numbers = new HashMap<>();
    private final WordpieceTokenizer pieces;

    WordPieces() {
        try (InputStream file = Objects.requireNonNull(WordPieces.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                numbers.put(line, (long) numbers.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pieces = new WordpieceTokenizer(numbers.keySet());
    }

    long[] of(String text) {
        String[] found = pieces.tokenize(plain(text));
        long[] row = new long[found.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = Objects.requireNonNull(numbers.get(found[i]));
        }
        return row;
    }

    /** In small letters without accents, each mark by itself. */
    private static String plain(String text) {
        char[] folded = new char[text.length() * 4];
        int length = ASCIIFoldingFilter.foldToASCII(text.toCharArray(), 0, folded, 0, text.length());
        StringBuilder plain = new StringBuilder(length * 2);
        for (int i = 0; i < length; i++) {
            char c = folded[i];
            if (Character.isLetterOrDigit(c)) {
                plain.append(Character.toLowerCase(c));
            } else {
                plain.append(' ').append(c).append(' ');
            }
        }
        return plain.toString();
    }
}
