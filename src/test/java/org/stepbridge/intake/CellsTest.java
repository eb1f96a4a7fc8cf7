package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepbridge.casework.Mapping;

class CellsTest {
    @ParameterizedTest
    @CsvSource({
        "123.0,123",
        "123.000,123",
        "0123.0,0123",
        "123.5,123.5",
        "123,123",
        "1.2.0,1.2.0",
        ".0,.0",
        "E1.0,E1.0",
        "12.,12",
        "-1.0,-1",
        "-.0,-.0"
    })
    void a_whole_number_loses_its_decimals_and_nothing_else_does(String cell, String expected) {
        assertThat(Cells.withoutDecimals(cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1.23E+09,true",
        "4E+12,true",
        "5.1000017E7,true",
        "1.2e+17,true",
        "1.2.3E7,false",
        "1E5.2,false",
        "5.1E,false",
        "12e5,false",
        "E2000001,false",
        "1E5,false",
        "12E+x,false",
        "AE+1,false",
        "123,false"
    })
    void a_shortened_number_is_told_from_an_id(String cell, boolean shortened) {
        assertThat(Cells.isShortened(cell)).isEqualTo(shortened);
    }

    @Test
    void white_space_of_any_kind_is_trimmed_at_the_ends_only() {
        assertThat(Cells.trim("\u00A0\t a b\u2003\uFEFF\n")).isEqualTo("a b");
        assertThat(Cells.trim(" \u00A0 ")).isEmpty();
    }

    @Test
    void null_words_and_codes_are_compared_without_regard_to_case() {
        var reader = new CellReader(
                new Mapping.Column(
                        "locality",
                        Mapping.Headers.of("Locality"),
                        Mapping.Type.TEXT,
                        List.of(),
                        false,
                        new Mapping.Codes(Map.of("N", "North"), Mapping.Others.KEEP)),
                Set.of("-1", "n/a", "null"));

        assertThat(reader.text(" NULL ")).isEmpty();
        assertThat(reader.text("-1")).isEmpty();
        assertThat(reader.text("n")).isEqualTo("North");
        assertThat(reader.text("Nullarbor")).isEqualTo("Nullarbor");
    }

    @Test
    void nothing_is_nothing_when_a_spreadsheet_has_put_decimals_behind_it_too() {
        var column = new Mapping.Column(
                "lcsPersonId",
                Mapping.Headers.of("LCSPersonID"),
                Mapping.Type.TEXT,
                List.of(),
                false,
                Mapping.Codes.NONE);

        assertThat(new CellReader(column, Set.of("-1")).text("-1.0")).isEmpty();
        assertThat(new CellReader(column, Set.of("-1")).text("-10.0")).isEqualTo("-10");
    }

    @ParameterizedTest
    @CsvSource({"LCS Person-ID,lcspersonid", "lcs_person_id,lcspersonid", "'\uFEFFLCSPersonID ',lcspersonid"})
    void headings_are_told_apart_by_letters_and_digits_only(String heading, String key) {
        assertThat(Headings.key(heading)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"=1+1,'''=1+1'", "+44,'''+44'", "-1,'''-1'", "@x,'''@x'", "a=1,a=1", "'',''"})
    void a_report_holds_no_formula(String cell, String shown) {
        assertThat(Report.harmless(cell)).isEqualTo(shown);
    }
}
