package org.stepbridge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.Inboxes.UnreadFile;
import org.stepbridge.casework.Layout;
import org.stepbridge.casework.Mapping;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.PolledFiles;
import org.stepbridge.dispatch.Fixtures;
import org.stepbridge.model.Authority;
import org.stepbridge.testing.TestDatabase;

/** Rows of a view in a real database come to the inbox as files, from where the ledger has got to. */
@ExtendWith(OutputCaptureExtension.class)
class ViewRoutesIT {
    /** The ledger's books as a test writes them. */
    private static final class Books implements PolledFiles {
        volatile @Nullable Instant reached;
        final Set<String> held = java.util.concurrent.ConcurrentHashMap.newKeySet();

        @Override
        public @Nullable Instant reached(Authority authority, String feed) {
            return reached;
        }

        @Override
        public boolean holds(Authority authority, String feed, String name, String contentHash) {
            return held.contains(name + " " + contentHash);
        }
    }

    @TempDir
    private Path folder;

    private final String url = TestDatabase.url();
    private final JdbcClient council = JdbcClient.create(new DriverManagerDataSource(url));
    private final Books books = new Books();
    private @Nullable DefaultCamelContext context;
    private Path inbox;

    @BeforeEach
    void makeView() {
        inbox = folder.resolve("home/inbox/borough/lcs");
        council.sql("create table row_of_it (TransferID text, LoadedAt timestamp, Born date, Seen timestamptz, Agreed"
                        + " boolean, Size numeric)")
                .update();
        council.sql("create view transfers as select * from row_of_it").update();
    }

    @AfterEach
    void stop() throws Exception {
        if (context != null) {
            context.close();
        }
    }

    private void row(String id, @Nullable String loadedAt) {
        council.sql(
                        "insert into row_of_it values (?, ?::timestamp, '2015-03-14', '2026-07-01 08:00:00+00', true, 1.50)")
                .params(id, loadedAt)
                .update();
    }

    @Test
    void rows_are_written_as_an_export_would_hold_them_and_named_by_the_latest_time() throws Exception {
        row("2", "2026-11-20 06:00:30.5");
        row("1", "2026-11-20 05:00");

        poll("transfers");

        assertThat(await().until(this::files, files -> files.size() == 1))
                .containsExactly("transfers-20261120T0600.view.csv");
        assertThat(content("transfers-20261120T0600.view.csv"))
                .containsExactly(
                        "transferid,loadedat,born,seen,agreed,size",
                        "1,2026-11-20T05:00:00,2015-03-14,2026-07-01T09:00:00,true,1.50",
                        "2,2026-11-20T06:00:30,2015-03-14,2026-07-01T09:00:00,true,1.50");
    }

    @Test
    void rows_of_the_last_time_and_within_the_overlap_are_read_again_and_none_is_lost() throws Exception {
        books.reached = Instant.parse("2026-11-20T06:00:00Z");
        row("long taken in", "2026-11-18 05:59:59");
        row("at the edge", "2026-11-18 06:00");
        row("late", "2026-11-19 12:00");
        row("same time", "2026-11-20 06:00");
        row("no time", null);
        row("a mistake", "2062-01-01 00:00");

        poll("transfers");

        assertThat(await().until(this::files, files -> files.size() == 1))
                .containsExactly("transfers-20261120T0600.view.csv");
        assertThat(content("transfers-20261120T0600.view.csv").stream()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyInAnyOrder("at the edge", "late", "same time", "no time", "a mistake");
    }

    @Test
    void what_was_taken_in_is_not_brought_again_until_it_changes() throws Exception {
        row("1", "2026-11-20 06:00");
        poll("transfers");
        await().until(this::files, files -> files.size() == 1);
        String name = files().get(0);
        books.held.add(name + " " + hash(inbox.resolve(name)));
        books.reached = Instant.parse("2026-11-20T06:00:00Z");
        Files.delete(inbox.resolve(name));
        context.close();

        ViewDesk desk = poll("transfers");
        await().until(desk::idle);
        await().during(Duration.ofSeconds(1)).until(this::files, List::isEmpty);
        row("2", "2026-11-20 06:00");
        await().until(this::files, files -> files.size() == 1);
        assertThat(content(files().get(0))).hasSize(3);
    }

    @Test
    void while_the_last_poll_waits_there_is_no_other() throws Exception {
        row("1", "2026-11-20 06:00");
        poll("transfers");
        await().until(this::files, files -> files.size() == 1);

        row("2", "2026-11-20 07:00");

        await().during(Duration.ofSeconds(1)).until(this::files, files -> files.size() == 1);
        Files.delete(inbox.resolve(files().get(0)));
        await().until(this::files, files -> files.equals(List.of("transfers-20261120T0700.view.csv")));
    }

    /** Row 6,000 comes when the test lets it: what came before it is on the disk by then, and so not in memory. */
    @Test
    void rows_are_written_while_others_are_still_to_come() throws Exception {
        council.sql("alter database "
                        + council.sql("select current_database()")
                                .query(String.class)
                                .single() + " set enable_sort = off")
                .update();
        council.sql("create function held_back(id int) returns int language plpgsql stable as $$ begin"
                        + " if id = 6000 then perform pg_advisory_xact_lock_shared(42); end if; return id; end $$")
                .update();
        council.sql("insert into row_of_it (TransferID, LoadedAt, Size) select i, '2026-11-20', i from"
                        + " generate_series(1, 9000) i")
                .update();
        council.sql("create index on row_of_it (LoadedAt, Size)").update();
        council.sql(
                        "create view many as select held_back(Size::int) as Id, LoadedAt, Size as TransferID from row_of_it")
                .update();
        Path part = folder.resolve("home/spool/borough/transfers/poll.part");
        try (Connection holder = DriverManager.getConnection(url)) {
            holder.createStatement().execute("select pg_advisory_lock(42)");
            poll("many");
            await().until(() -> Files.exists(part) && Files.size(part) > 50_000);
            assertThat(files()).isEmpty();
        }
        await().until(this::files, files -> files.size() == 1);
        assertThat(content(files().get(0))).hasSize(9001);
    }

    @Test
    void a_view_that_is_missing_is_told_once_and_polled_again(CapturedOutput output) throws Exception {
        row("1", "2026-11-20 06:00");
        ViewDesk desk = poll("not_yet");

        await().until(desk::idle);
        assertThat(desk.givenUp()).singleElement().satisfies(trouble -> {
            assertThat(trouble.name()).isEqualTo("transfers");
            assertThat(trouble.problem()).contains("SQLState 42P01", "It is tried on and nothing is lost.");
        });
        assertThat(files()).isEmpty();
        council.sql("create view not_yet as select * from row_of_it").update();
        await().until(this::files, files -> files.size() == 1);
        await().until(() -> desk.givenUp().isEmpty());
        assertThat(output.toString().split("The view could not be read", -1)).hasSize(2);
    }

    @Test
    void a_database_that_is_away_is_told_without_its_address_or_password(CapturedOutput output) throws Exception {
        ViewDesk desk = poll(
                "transfers",
                "LoadedAt",
                new SqlSettings.Source("jdbc:postgresql://127.0.0.1:1/council", "reader", "hush"));

        await().until(desk::idle);
        assertThat(desk.givenUp())
                .extracting(UnreadFile::problem)
                .singleElement()
                .asString()
                .contains("SQLState 08001");
        assertThat(output.toString()).contains("The view could not be read").doesNotContain("hush", "127.0.0.1:1");
        assertThat(context.getEndpoints()).extracting(Object::toString).noneMatch(uri -> uri.contains("hush"));
    }

    @Test
    void a_watermark_that_is_no_local_time_is_refused_and_a_database_nobody_set_is_told() throws Exception {
        row("1", "2026-11-20 06:00");
        ViewDesk desk = poll("transfers", "Seen", new SqlSettings.Source(url, "", ""));

        await().until(desk::idle);
        assertThat(desk.givenUp())
                .extracting(UnreadFile::problem)
                .singleElement()
                .asString()
                .contains("its watermark column Seen holds no local times; cast it in the view");
        context.close();
        desk = poll("transfers", "LoadedAt", null);
        assertThat(desk.givenUp())
                .extracting(UnreadFile::problem)
                .singleElement()
                .asString()
                .contains("Set stepbridge.sql.sources.council.url");
        assertThat(files()).isEmpty();
    }

    private ViewDesk poll(String view) throws Exception {
        return poll(view, "LoadedAt", new SqlSettings.Source(url, "", ""));
    }

    private ViewDesk poll(String view, String watermark, SqlSettings.@Nullable Source source) throws Exception {
        Home home = new Home(folder.resolve("home"));
        Pack plain = Fixtures.pack();
        Feed feed = new Feed(
                "transfers",
                "sql:" + view + "?dataSource=council&watermark=" + watermark + "&key=TransferID",
                "inbox/borough/lcs",
                Pattern.compile("^transfers-(?<stamp>\\d{8}T\\d{4})\\.view\\.csv$"),
                "yyyyMMdd'T'HHmm",
                Feed.Kind.LCS_REQUESTS,
                List.of(),
                true,
                false,
                Duration.ofDays(1),
                new Mapping(Layout.text(StandardCharsets.UTF_8, ','), Set.of(), List.of(), Map.of()));
        Packs packs = Fixtures.packs(
                new Pack(plain.title(), plain.protocol(), List.of(feed), plain.mail(), plain.messages()));
        SqlSettings settings = new SqlSettings(
                Duration.ofMillis(300), Duration.ofDays(2), source == null ? Map.of() : Map.of("council", source));
        IntakeDesk intake = new IntakeDesk(new RoutesApp.FakeIntake(), packs, Clock.systemUTC());
        ViewDesk desk = new ViewDesk(
                packs, home, books, intake, new FetchDesk(packs, home, Clock.systemUTC()), Clock.systemUTC());
        context = new DefaultCamelContext();
        context.getRegistry().bind("viewDesk", desk);
        for (String file : List.of("errors", "poll")) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveResource(context, "file:routes/" + file + ".camel.yaml"));
        }
        context.start();
        new ViewRoutes(settings, desk).add(context, packs.live().get(0), feed);
        return desk;
    }

    private List<String> files() throws Exception {
        if (!Files.isDirectory(inbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(inbox)) {
            return new ArrayList<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList());
        }
    }

    private List<String> content(String name) throws Exception {
        return Files.readAllLines(inbox.resolve(name));
    }

    private static String hash(Path file) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
