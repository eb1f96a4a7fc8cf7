package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PolledView;

/** A feed may be polled from a view; a pack says which, and nothing that could be more than a name. */
class ViewFeedIT {
    private static final String FEEDS = "feeds.yaml";
    private static final String GOOD =
            "sql:HDM_Local.stepbridge.transfers?dataSource=hdm&watermark=LoadedAt&key=TransferID";
    private static final String FORM = "write sql:<view>?dataSource=<name>&watermark=<column>&key=<another column>; the"
            + " database and who logs in there are set by stepbridge.sql.sources.<name>";

    @TempDir
    Path temp;

    @Test
    void a_file_feed_becomes_a_view_feed_by_its_uri_alone() {
        Pack pack = polled(GOOD).load();

        Feed feed = pack.feed("lcs-transfers").orElseThrow();
        assertThat(PolledView.of(feed.uri()))
                .hasValue(new PolledView("HDM_Local.stepbridge.transfers", "hdm", "LoadedAt", "TransferID"));
        assertThat(feed.directory()).isEqualTo("inbox/rotherham/lcs");
        assertThat(feed.full()).isTrue();
    }

    /** Each feed of every pack, to an SFTP server and to a view, with nothing else changed. */
    static Stream<Arguments> moves() {
        return Stream.of("barnet", "careline", "derby", "rotherham", "york")
                .flatMap(pack ->
                        Stream.of("sftp://sftp.borough.example/exports", GOOD).map(uri -> arguments(pack, uri)));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void moving_a_feed_is_a_change_of_its_uri(String authority, String uri) {
        Pack before = PackCopy.of(authority, temp).load();
        Pack after = PackCopy.of(authority, temp.resolve("moved"))
                .replaceMatches(FEEDS, "uri: file:\\S+", "uri: " + uri)
                .load();

        assertThat(after.feeds()).hasSameSizeAs(before.feeds()).allSatisfy(feed -> {
            assertThat(feed.uri()).isEqualTo(uri);
            assertThat(feed.directory()).matches("inbox/" + authority + "/(lcs|ehm)");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sql:select * from t?dataSource=hdm&watermark=a&key=b",
                "sql:t;drop?dataSource=hdm&watermark=a&key=b",
                "sql:a.b.c.d?dataSource=hdm&watermark=a&key=b",
                "sql:t?dataSource=hdm&watermark=a",
                "sql:t?dataSource=hdm&watermark=a&key=A",
                "sql:t?dataSource=hdm&watermark=a or 1=1&key=b",
                "sql:t?dataSource=hdm&watermark=a&key=b&password=x",
                "sql:t?dataSource=hdm&watermark=a&key=b&key=c",
                "sql:t"
            })
    void more_than_names_or_less_is_refused_with_the_line_and_the_mend(String uri) {
        assertThat(polled("^^" + uri).problems())
                .anySatisfy(problem -> assertThat(problem).endsWith(FORM).contains(FEEDS + ":11:10: "));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(
                        "content: full",
                        "content: ^^delta",
                        "no poll leaves anything out behind the one before; write content: full"),
                arguments(
                        "charset: UTF-8",
                        "charset: ^^windows-1252",
                        "polls of a view are kept in UTF-8; leave 'charset' out"),
                arguments("charset: UTF-8", "format: ^^json", "polls of a view are kept as CSV; leave 'format' out"),
                arguments(
                        "fileName: '^lcs-transfers-(?<stamp>\\d{8}T\\d{4})\\.((view\\.)?csv|xlsx|xml|jsonl?)$'",
                        "fileName: ^^'^lcs-transfers-(?<stamp>\\d{8}T\\d{4})\\.csv$'",
                        "a poll of the view is kept as lcs-transfers-20261120T0600.view.csv, which this does not match; let"
                                + " it, as in '^lcs-transfers-(?<stamp>…)\\.(view\\.csv|csv)$'"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_does_not_go_with_a_view_is_refused_with_the_line_and_the_mend(String from, String to, String problem) {
        PackCopy pack = polled(GOOD).edit(FEEDS, from, to);

        assertThat(pack.problems()).contains(pack.expectedPlace() + ": " + problem);
    }

    private PackCopy polled(String uri) {
        return PackCopy.of("rotherham", temp).edit(FEEDS, "uri: file:inbox/rotherham/lcs", "uri: " + uri);
    }
}
