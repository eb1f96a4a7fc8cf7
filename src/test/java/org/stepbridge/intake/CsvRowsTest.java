package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepbridge.intake.RawRow.Fault;

class CsvRowsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void any_record_survives_being_written_and_read(long seed) throws IOException {
        var random = new Random(seed);
        char delimiter = ",;\t|".charAt(random.nextInt(4));
        List<List<String>> records = new ArrayList<>();
        records.add(List.of("One", "Two", "Three", "Four"));
        for (int i = 0; i < 300; i++) {
            records.add(List.of("x" + cell(random), cell(random), cell(random), cell(random) + "y"));
        }
        var text = new StringBuilder();
        for (List<String> record : records) {
            for (int i = 0; i < record.size(); i++) {
                text.append(i == 0 ? "" : delimiter).append(written(record.get(i), delimiter, random));
            }
            text.append(random.nextBoolean() ? "\r\n" : random.nextBoolean() ? "\n" : "\r");
        }

        List<RawRow> rows = read(text.toString(), delimiter);

        assertThat(rows).extracting(RawRow::fault).containsOnlyNulls();
        assertThat(rows).extracting(RawRow::cells).isEqualTo(records);
        assertThat(rows).extracting(RawRow::number).isSorted().endsWith(301L);
    }

    private static String cell(Random random) {
        String characters = "aé日\uD83D\uDE00 \",;\t|\r\n'=\\“";
        var cell = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            int at = random.nextInt(characters.length());
            cell.appendCodePoint(Character.isSurrogate(characters.charAt(at)) ? 0x1F600 : characters.charAt(at));
        }
        return cell.toString();
    }

    private static String written(String cell, char delimiter, Random random) {
        boolean needed = cell.chars().anyMatch(c -> c == delimiter || c == '\r' || c == '\n')
                || cell.strip().startsWith("\"");
        return needed || random.nextBoolean() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    @Test
    void empty_rows_are_left_out_but_counted() throws IOException {
        List<RawRow> rows = read("a,b\n\n1,2\n,\n \n3,4\n,,\n\n", ',');

        assertThat(rows).extracting(RawRow::number).containsExactly(1L, 3L, 6L);
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_row_and_not_those_behind_it() throws IOException {
        List<RawRow> rows = read("a,b,c\n1,\"x,y\n2,x,y\n3,x,\"z\"\n4,x,y\n", ',');

        assertThat(rows).extracting(row -> row.cells().get(0)).containsExactly("a", "1", "2", "3", "4");
        RawRow broken = rows.get(1);
        assertThat(fault(broken).cell()).isEqualTo(1);
        assertThat(fault(broken).swallows()).isFalse();
        assertThat(rows).filteredOn(row -> row.fault() != null).hasSize(1);
    }

    @Test
    void a_quote_that_is_open_to_the_end_costs_its_row_only_when_rows_can_be_told_behind_it() throws IOException {
        List<RawRow> rows = read("a,b,c\n1,\"x,y\n2,x,y\n3,x,y\n", ',');

        assertThat(rows).extracting(row -> row.cells().get(0)).containsExactly("a", "1", "2", "3");
        assertThat(fault(rows.get(1)).cutOff()).isFalse();
    }

    @Test
    void the_end_of_the_file_in_a_quoted_text_costs_one_row_however_many_lines_it_has() throws IOException {
        List<RawRow> rows = read("a,b,c\n1,x,y\n2,x,\"some text,\nmore of it\nand more", ',');

        assertThat(rows).hasSize(3);
        assertThat(rows.get(2).cells()).containsExactly("2", "x");
        assertThat(fault(rows.get(2)).cutOff()).isTrue();
    }

    @Test
    void the_end_of_the_file_before_the_last_column_is_a_row_cut_off() throws IOException {
        List<RawRow> rows = read("a,b,c\n1,x,y\n2,x", ',');

        assertThat(fault(rows.get(2)).cutOff()).isTrue();
    }

    @Test
    void a_short_row_that_a_line_break_ends_is_whole() throws IOException {
        assertThat(read("a,b,c\n1\n2,x", ',').get(1).fault()).isNull();
    }

    @Test
    void a_stray_quote_that_swallows_prose_keeps_the_prose_in_its_row() throws IOException {
        List<RawRow> rows = read("a,b,c\n1,\"said \"no\"\nand left\",y\n2,x,y\n", ',');

        assertThat(rows)
                .extracting(row -> row.cells().isEmpty() ? "" : row.cells().get(0))
                .contains("2");
        assertThat(rows.get(1).fault()).isNotNull();
    }

    @Test
    void spaces_around_quoted_cells_do_not_matter() throws IOException {
        assertThat(read("a,b\n1, \"x, y\" \n2, \"x\ny\"\n3,\"z\" \n", ','))
                .extracting(RawRow::cells)
                .containsExactly(List.of("a", "b"), List.of("1", "x, y"), List.of("2", "x\ny"), List.of("3", "z"));
    }

    @Test
    void bytes_that_are_not_in_the_charset_cost_their_row() throws IOException {
        byte[] bytes = "a,b,c\n1,x,y\n2,M?ller,y\n3,x,y\n".getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xFC;

        List<RawRow> rows = read(new ByteArrayInputStream(bytes), ',');

        assertThat(rows).extracting(row -> row.fault() == null).containsExactly(true, true, false, true);
        RawRow broken = rows.get(2);
        assertThat(fault(broken).cell()).isEqualTo(1);
        assertThat(broken.cells()).containsExactly("2", "", "y");
    }

    @Test
    void the_replacement_character_is_a_character_like_any_other() throws IOException {
        assertThat(read("a\nM\uFFFDller\n", ',').get(1).fault()).isNull();
    }

    @Test
    void a_nul_costs_its_row() throws IOException {
        List<RawRow> rows = read("a,b\n1,x\0y\n2,z\n", ',');

        assertThat(fault(rows.get(1)).problem()).contains("NUL");
        assertThat(rows.get(2).fault()).isNull();
    }

    @Test
    void a_line_of_two_hundred_megabytes_costs_its_row_and_bounded_memory() throws IOException {
        long size = 200L << 20;
        var stream = new Joined("a,b\n1,x\n2,", size, "\n3,y\n");

        List<RawRow> rows = read(stream, ',');

        assertThat(rows).extracting(row -> row.cells().get(0)).containsExactly("a", "1", "2", "3");
        assertThat(fault(rows.get(2)).problem()).startsWith("The row is longer than");
        assertThat(fault(rows.get(2)).value().length()).isLessThan(3 << 20);
    }

    @Test
    void a_line_that_is_too_long_and_never_ends_is_cut_off() throws IOException {
        RawRow row = read("a,b\n1," + "x".repeat(3 << 20), ',').get(1);

        assertThat(fault(row).cutOff()).isTrue();
    }

    @Test
    void what_is_saved_of_a_broken_row_holds_nothing_that_no_cell_may_hold() throws IOException {
        List<RawRow> rows = read("a,b,c,d\n1\0,2,\"x\"y,z\n3\0,4,5", ',');

        assertThat(rows.get(1).cells()).containsExactly("", "2");
        assertThat(rows.get(2).cells()).containsExactly("", "4", "5");
    }

    @Test
    void a_quote_open_over_megabytes_of_rows_costs_its_row_only() throws IOException {
        var text = new StringBuilder("a,b,c\n0,\"x,y\n");
        for (int i = 1; i <= 400_000; i++) {
            text.append(i).append(",x,y\n");
        }

        List<RawRow> rows = read(text.toString(), ',');

        assertThat(rows).hasSize(400_002);
        assertThat(rows).filteredOn(row -> row.fault() != null).hasSize(1);
    }

    @Test
    void behind_megabytes_of_quoted_prose_reading_goes_on_at_the_first_line_that_is_a_row() throws IOException {
        String prose = "no row\n".repeat(500_000);
        List<RawRow> rows = read("a,b,c\n0,\"" + prose + "1,x,y\n2,x,y\n", ',');

        assertThat(rows).extracting(row -> row.cells().get(0)).containsExactly("a", "0", "1", "2");
        assertThat(fault(rows.get(1)).swallows()).isTrue();
    }

    @Test
    void many_quotes_that_are_never_closed_cost_a_row_each() throws IOException {
        List<RawRow> rows = read("a,b,c\n" + "1,\"x,y\n2,x,y\n".repeat(1000), ',');

        assertThat(rows).hasSize(2001);
        assertThat(rows).filteredOn(row -> row.fault() != null).hasSize(1000);
    }

    @Test
    void a_row_of_another_width_with_rows_in_a_cell_costs_itself_only() throws IOException {
        List<RawRow> rows = read("a,b,c\n1,x,\"y\n2,x,y\n3,\",y\n4,x,y\n", ',');

        assertThat(rows)
                .extracting(row -> row.cells().isEmpty() ? "" : row.cells().get(0))
                .contains("2", "4");
        assertThat(fault(rows.get(1)).problem()).contains("quote");
    }

    @Test
    void a_row_of_the_right_width_with_rows_in_a_cell_costs_itself_only() throws IOException {
        String heading = "a,b,c,d,e,f,g,h\n";
        List<RawRow> rows = read(heading + "GN1,\"x,,,,,,\nGN2,x,,,,,,\nGN3,\",,,,,,\nGN4,x,,,,,,\n", ',');

        assertThat(rows.get(1).fault()).isNotNull();
        assertThat(rows)
                .extracting(row -> row.cells().isEmpty() ? "" : row.cells().get(0))
                .contains("GN1", "GN2", "GN4");
    }

    @Test
    void a_text_of_many_lines_with_as_many_commas_as_a_row_is_a_text() throws IOException {
        String list = "mum, dad, gran, Ava, Leo, Mia, Zoe, Sam";
        List<RawRow> rows = read("a,b,c,d,e,f,g,h\nGN1,\"At home:\n" + list + "\n\",,,,,,\n", ',');

        assertThat(rows).extracting(RawRow::fault).containsOnlyNulls();
        assertThat(rows.get(1).cells().get(1)).contains(list);
    }

    private static Fault fault(RawRow row) {
        return Objects.requireNonNull(row.fault(), "a row without fault");
    }

    private static List<RawRow> read(String text, char delimiter) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), delimiter);
    }

    private static List<RawRow> read(InputStream bytes, char delimiter) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        try (var reader = CsvRows.of(bytes, StandardCharsets.UTF_8, delimiter)) {
            for (RawRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** A head, very many letters, and a tail, none of which is ever in memory as a whole. */
    private static final class Joined extends InputStream {
        private final byte[] head;
        private final byte[] tail;
        private final long middle;
        private long at;

        Joined(String head, long middle, String tail) {
            this.head = head.getBytes(StandardCharsets.US_ASCII);
            this.tail = tail.getBytes(StandardCharsets.US_ASCII);
            this.middle = middle;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = 0;
            while (count < length && at < head.length + middle + tail.length) {
                into[from + count++] = at < head.length
                        ? head[(int) at]
                        : at < head.length + middle ? (byte) 'x' : tail[(int) (at - head.length - middle)];
                at++;
            }
            return count == 0 ? -1 : count;
        }
    }
}
