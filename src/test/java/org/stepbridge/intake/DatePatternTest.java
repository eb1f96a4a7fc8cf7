package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePatternTest {
    @ParameterizedTest
    @CsvSource({
        "dd/MM/uuuu, 29/02/2028, 2028-02-29T00:00",
        "dd/MM/yyyy, 01/03/2018, 2018-03-01T00:00",
        "uuuu-MM-dd, 2026-12-31, 2026-12-31T00:00",
        "dd/MM/uuuu HH:mm, 16/11/2026 23:59, 2026-11-16T23:59",
        "uuuu-MM-dd'T'HH:mm, 2026-11-16T10:00, 2026-11-16T10:00",
        "uuuu-MM-dd HH:mm:ss, 2026-11-16 10:00:59, 2026-11-16T10:00:59",
        "uuuu-MM-dd HH:mm:ss.SSS, 2024-12-10 00:00:00.000, 2024-12-10T00:00",
        "uuuuMMdd'T'HHmm, 20261120T0600, 2026-11-20T06:00",
        "d/M/uuuu, 1/3/2018, 2018-03-01T00:00",
        "d MMM uuuu, 1 sep 2018, 2018-09-01T00:00",
        "dd-MMM-yyyy HH:mm, 01-Nov-2026 08:05, 2026-11-01T08:05",
    })
    void a_date_in_its_pattern_is_read(String pattern, String text, LocalDateTime expected) {
        assertThat(new DatePattern(pattern).read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2026", "29/02/2026", "00/01/2026", "32/01/2026", "01/13/2026", "01/00/2026", "1/3/2018",
                "01-03-2018", "01/03/18", "01/03/20180", " 01/03/2018", "aa/bb/cccc", "٠١/٠٣/٢٠١٨", "01/01/1899",
                "01/01/2101", "01/01/0001", "31/12/9999", "", "01/03/2018 10:00"
            })
    void what_is_no_real_date_between_1900_and_2100_is_none(String text) {
        assertThat(new DatePattern("dd/MM/uuuu").read(text)).isNull();
        assertThat(new DatePattern("dd/MM/[uuuu]").read(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"16/11/2026 24:00", "16/11/2026 10:60", "16/11/2026 1:00", "16/11/2026T10:00", "16/11/2026"})
    void what_is_no_real_time_is_none(String text) {
        assertThat(new DatePattern("dd/MM/uuuu HH:mm").read(text)).isNull();
    }

    @Test
    void reading_digit_by_digit_is_reading_as_java_time_does() {
        var random = new Random(42);
        var fast = new DatePattern("dd/MM/uuuu HH:mm");
        var slow = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withResolverStyle(ResolverStyle.STRICT);
        for (int i = 0; i < 20_000; i++) {
            String text = "%02d/%02d/%04d %02d:%02d"
                    .formatted(
                            random.nextInt(33),
                            random.nextInt(14),
                            1901 + random.nextInt(199),
                            random.nextInt(25),
                            random.nextInt(61));
            assertThat(fast.read(text)).as(text).isEqualTo(parsed(slow, text));
        }
    }

    private static @Nullable LocalDateTime parsed(DateTimeFormatter formatter, String text) {
        try {
            return LocalDateTime.parse(text, formatter);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
