package org.stepbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedPrintableTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "a=b|a=3Db",
                "Zoë|Zo=C3=AB",
                "'end \\n next\\t'|'end=20\\r\\n next=09'",
                "'a\\rb\\r\\nc'|'a\\r\\nb\\r\\nc'",
                "'nul\\0bell\\7'|nulbell"
            },
            delimiter = '|')
    void textIsWrittenAsTheStandardSays(String text, String encoded) {
        assertThat(new String(QuotedPrintable.encode(text.translateEscapes()), StandardCharsets.US_ASCII))
                .isEqualTo(encoded.translateEscapes());
    }

    @Test
    void anotherMailLibraryReadsBackWhatWasWritten() throws Exception {
        Random random = new Random(7);
        String alphabet = "abc =\t\n.,ë€\uD83D\uDE00éx";
        int[] letters = alphabet.codePoints().toArray();
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(400); i > 0; i--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            byte[] encoded = QuotedPrintable.encode(text.toString());
            byte[] back = MimeUtility.decode(new ByteArrayInputStream(encoded), "quoted-printable")
                    .readAllBytes();
            assertThat(new String(back, StandardCharsets.UTF_8))
                    .isEqualTo(text.toString().replace("\n", "\r\n"));
            assertThat(new String(encoded, StandardCharsets.US_ASCII).lines()).allMatch(line -> line.length() <= 76);
        }
    }
}
