package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.stepbridge.intake.Stretch.Shape;

class RecordSplitterTest {
    @Test
    void any_line_break_ends_a_record_and_two_characters_end_one() throws IOException {
        assertThat(texts("a\nb\rc\r\nd\n\ne")).containsExactly("a", "b", "c", "d", "", "e");
    }

    @Test
    void line_breaks_in_quotes_do_not_end_a_record() throws IOException {
        assertThat(texts("a,\"b\r\n\"\"c\"\"\n\",d\ne")).containsExactly("a,\"b\r\n\"\"c\"\"\n\",d", "e");
    }

    @Test
    void a_quote_inside_a_bare_cell_is_an_ordinary_character() throws IOException {
        assertThat(texts("5\" pipe,x\ny")).containsExactly("5\" pipe,x", "y");
    }

    @Test
    void the_end_of_the_file_in_quotes_leaves_the_cell_that_was_opened() throws IOException {
        Stretch last = split("a,b\nc,\"d\ne").get(1);

        assertThat(last.shape()).isEqualTo(Shape.OPEN_QUOTE);
        assertThat(last.text()).isEqualTo("c,\"d\ne");
        assertThat(last.cellStart()).isEqualTo(2);
        assertThat(last.ended()).isFalse();
    }

    @Test
    void text_behind_a_closing_quote_is_a_fault_of_that_cell_and_the_line_break_ends_the_record() throws IOException {
        List<Stretch> records = split("a,\"b\"c,\"d\"e\nf");

        assertThat(records.get(0).shape()).isEqualTo(Shape.STRAY_QUOTE);
        assertThat(records.get(0).cellStart()).isEqualTo(2);
        assertThat(records.get(1).text()).isEqualTo("f");
    }

    @Test
    void spaces_around_quotes_are_noticed_and_the_quotes_count() throws IOException {
        Stretch record = split("a, \"b\nc\" ,d\n").get(0);

        assertThat(record.text()).isEqualTo("a, \"b\nc\" ,d");
        assertThat(record.spaced()).isTrue();
        assertThat(record.sound()).isTrue();
    }

    @Test
    void a_record_that_is_too_long_is_given_up_where_it_is_and_its_line_can_be_dropped() throws IOException {
        var splitter = new RecordSplitter(new Trickle("x".repeat(500) + "\nnext", 50), ',', 100);
        Stretch record = Objects.requireNonNull(splitter.next());

        assertThat(record.shape()).isEqualTo(Shape.TOO_LONG);
        assertThat(record.text()).hasSizeBetween(100, 200).matches("x+");
        assertThat(splitter.skipLine()).isTrue();
        assertThat(rest(splitter)).extracting(Stretch::text).containsExactly("next");
    }

    @Test
    void what_is_given_back_is_read_next_and_the_rest_after_it() throws IOException {
        var splitter = new RecordSplitter(new Trickle("one\r\ntwo\r\nthree", 4), ',', 100);
        assertThat(splitter.next()).isNotNull();
        splitter.giveBack("un\ndeux\n");
        assertThat(splitter.next()).extracting(Stretch::text).isEqualTo("un");
        splitter.giveBack("eins\n");

        assertThat(rest(splitter)).extracting(Stretch::text).containsExactly("eins", "deux", "two", "three");
    }

    @Test
    void it_makes_no_difference_in_what_portions_the_characters_arrive() throws IOException {
        String text = "a,\"b\"\"\r\n\",c\r\n\r\n\"d\",5\" e\rf,\"g\"h\n\"i, \n";
        List<Stretch> whole = split(text);
        for (int portion = 1; portion < text.length(); portion++) {
            assertThat(rest(new RecordSplitter(new Trickle(text, portion), ',', 1000)))
                    .as("portions of " + portion)
                    .isEqualTo(whole);
        }
    }

    private static List<String> texts(String text) throws IOException {
        return split(text).stream().map(Stretch::text).toList();
    }

    private static List<Stretch> split(String text) throws IOException {
        return rest(new RecordSplitter(new StringReader(text), ',', 1000));
    }

    private static List<Stretch> rest(RecordSplitter splitter) throws IOException {
        List<Stretch> records = new ArrayList<>();
        for (Stretch record = splitter.next(); record != null; record = splitter.next()) {
            records.add(record);
        }
        return records;
    }

    /** Gives so many characters at a time. */
    private static final class Trickle extends Reader {
        private final String text;
        private final int portion;
        private int at;

        Trickle(String text, int portion) {
            this.text = text;
            this.portion = portion;
        }

        @Override
        public int read(char[] into, int from, int length) {
            int count = Math.min(Math.min(portion, length), text.length() - at);
            text.getChars(at, at + count, into, from);
            at += count;
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {}
    }
}
