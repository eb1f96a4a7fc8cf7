package org.stepbridge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.Inboxes.UnreadFile;
import org.stepbridge.casework.Layout;
import org.stepbridge.casework.Mapping;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.dispatch.Fixtures;

/** Exports on a real SFTP server come to the inbox whole, or stay where they are. */
class FetchRoutesIT {
    private static final String NAME = "transfers-20261120T0600.csv";

    /** Stands in for the desk that is told of troubles. */
    @SuppressWarnings("DoNotCallSuggester") // Camel calls it
    public static final class Troubles {
        public void trouble() {
            throw new AssertionError("reading has failed");
        }
    }

    @TempDir
    private Path folder;

    private CouncilServer server;
    private DefaultCamelContext context;
    private Path inbox;
    private final RoutesApp.FakeIntake intake = new RoutesApp.FakeIntake();
    private final RoutesApp.FakeWatch watch = new RoutesApp.FakeWatch();

    @BeforeEach
    void startServer() throws Exception {
        server = new CouncilServer(folder);
        inbox = folder.resolve("home/inbox/borough/lcs");
        watch.unfinished.add(NAME);
        Files.createDirectories(folder.resolve("home/sftp"));
        Files.writeString(folder.resolve("home/sftp/known_hosts"), server.knownHost());
    }

    @AfterEach
    void stop() throws Exception {
        if (context != null) {
            context.close();
        }
        server.close();
    }

    @Test
    void a_file_is_fetched_whole_by_password_and_put_aside_on_the_server() throws Exception {
        byte[] content = "TransferID\r\n1\r\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        Files.write(server.files.resolve(NAME), content);
        Files.writeString(server.files.resolve("something else.csv"), "stays");

        FetchDesk desk = fetch(password(CouncilServer.PASSWORD), "");

        await().until(() -> Files.exists(server.files.resolve(".fetched").resolve(NAME)));
        assertThat(inbox.resolve(NAME)).hasBinaryContent(content);
        assertThat(inbox).isDirectoryNotContaining("glob:**.part");
        assertThat(server.files.resolve("something else.csv")).exists();
        await().until(desk::idle);
    }

    @Test
    void a_key_logs_in_without_any_password() throws Exception {
        Path key = Files.writeString(folder.resolve("id_rsa"), pem(server.clientKey));
        Files.writeString(server.files.resolve(NAME), "TransferID\n1\n");

        fetch(new SftpSettings.Account("127.0.0.1", CouncilServer.USER, "", key, ""), "");

        await().until(() -> Files.exists(inbox.resolve(NAME)));
        assertThat(server.logins).hasValue(0);
    }

    @Test
    void a_server_whose_key_is_not_known_is_never_told_the_password() throws Exception {
        Files.writeString(folder.resolve("home/sftp/known_hosts"), "");
        Files.writeString(server.files.resolve(NAME), "TransferID\n1\n");

        FetchDesk desk = fetch(password(CouncilServer.PASSWORD), "");

        await().until(desk::idle);
        assertThat(server.logins).hasValue(0);
        assertThat(inbox.resolve(NAME)).doesNotExist();
        assertThat(server.files.resolve(NAME)).exists();
    }

    @Test
    void a_wrong_password_leaves_everything_where_it_is_and_is_in_no_address() throws Exception {
        Files.writeString(server.files.resolve(NAME), "TransferID\n1\n");

        FetchDesk desk = fetch(password("wrong"), "");

        await().until(desk::idle);
        assertThat(desk.givenUp()).hasSize(1);
        assertThat(server.logins.get()).isPositive();
        assertThat(server.files.resolve(NAME)).exists();
        assertThat(context.getEndpoints()).extracting(Object::toString).noneMatch(uri -> uri.contains("wrong"));
    }

    @Test
    void a_server_that_is_away_is_told_since_it_is_until_it_is_back() throws Exception {
        FetchDesk desk = fetch(password(CouncilServer.PASSWORD), "");
        await().until(desk::idle);
        assertThat(desk.givenUp()).isEmpty();
        int port = server.port();

        server.close();
        await().until(() -> desk.givenUp().size() == 1);
        UnreadFile told = desk.givenUp().get(0);
        assertThat(told.authority()).isEqualTo("borough");
        assertThat(told.path()).isEqualTo("inbox/borough/lcs/transfers");
        assertThat(told.problem()).contains("cannot be reached", "tried on").doesNotContain("127.0.0.1");
        await().during(Duration.ofSeconds(1)).until(() -> desk.givenUp().equals(List.of(told)));

        server = new CouncilServer(folder, port);
        Files.writeString(server.files.resolve(NAME), "TransferID\n1\n");
        await().until(() -> Files.exists(inbox.resolve(NAME)));
        assertThat(desk.givenUp()).isEmpty();
    }

    @Test
    void a_file_of_the_same_name_that_waits_is_never_overwritten() throws Exception {
        Files.createDirectories(inbox);
        Files.writeString(inbox.resolve(NAME), "TransferID\n1\n");
        Files.writeString(server.files.resolve(NAME), "TransferID\n2\n");

        fetch(password(CouncilServer.PASSWORD), "");

        await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(8)).untilAsserted(() -> {
            assertThat(inbox.resolve(NAME)).hasContent("TransferID\n1\n");
            assertThat(server.files.resolve(NAME)).exists();
        });
        Files.delete(inbox.resolve(NAME));
        await().until(() -> Files.exists(inbox.resolve(NAME)));
        assertThat(inbox.resolve(NAME)).hasContent("TransferID\n2\n");
    }

    @Test
    void what_has_been_fetched_is_read_as_if_it_had_been_dropped() throws Exception {
        watch.unfinished.clear();
        Files.writeString(server.files.resolve(NAME), "TransferID\n1\n");

        fetch(password(CouncilServer.PASSWORD), "");

        await().untilAsserted(() -> assertThat(intake.taken).containsExactly("borough transfers " + NAME));
        await().until(() -> Files.exists(server.files.resolve(".fetched").resolve(NAME)));
    }

    @Test
    void without_an_account_nothing_is_fetched_and_the_inbox_is_read_all_the_same() throws Exception {
        watch.unfinished.clear();
        Files.createDirectories(inbox);
        Files.writeString(inbox.resolve(NAME), "TransferID\n1\n");

        FetchDesk desk = fetch(new SftpSettings.Account("other.example", CouncilServer.USER, "x", null, ""), "");

        await().untilAsserted(() -> assertThat(intake.taken).hasSize(1));
        assertThat(desk.idle()).isTrue();
        assertThat(desk.givenUp())
                .singleElement()
                .satisfies(told -> assertThat(told.problem()).contains("no account on 127.0.0.1"));
        assertThat(context.getRoutes()).hasSize(1);
    }

    @Test
    void a_pack_may_have_fetched_files_deleted() throws Exception {
        Files.writeString(server.files.resolve(NAME), "TransferID\n1\n");

        fetch(password(CouncilServer.PASSWORD), "?delete=true");

        await().until(() -> Files.exists(inbox.resolve(NAME)) && !Files.exists(server.files.resolve(NAME)));
        assertThat(server.files.resolve(".fetched")).doesNotExist();
    }

    @Test
    void the_documents_of_step_ups_come_before_their_export_and_nothing_else_that_lies_there() throws Exception {
        watch.unfinished.clear();
        Files.writeString(server.files.resolve(NAME), "StepUpID\nSU1\n");
        Path documents = Files.createDirectories(server.files.resolve("attachments/SU1"));
        Files.writeString(documents.resolve("chronology.pdf"), "%PDF-1.4");
        Files.writeString(documents.resolve(".hidden"), "no");
        Files.createDirectories(documents.resolve("deeper"));
        Files.writeString(documents.resolve("deeper/plan.pdf"), "no");
        Files.createDirectories(server.files.resolve("other"));
        Files.writeString(server.files.resolve("other").resolve(NAME), "no");
        Path beside = inbox.resolve("attachments/SU1/chronology.pdf");
        List<Boolean> there = new CopyOnWriteArrayList<>();
        intake.whenTaken = () -> there.add(Files.exists(beside));

        FetchDesk desk = fetch(password(CouncilServer.PASSWORD), "", Feed.Kind.EHM_REQUESTS);

        await().untilAsserted(() -> assertThat(intake.taken).containsExactly("borough transfers " + NAME));
        await().until(desk::idle);
        assertThat(there).containsExactly(true);
        assertThat(beside).hasContent("%PDF-1.4");
        assertThat(server.files.resolve(".fetched/attachments/SU1/chronology.pdf"))
                .exists();
        assertThat(documents.resolve("deeper/plan.pdf")).exists();
        assertThat(server.files.resolve("other").resolve(NAME)).exists();
        assertThat(inbox.resolve("attachments/SU1")).isDirectoryNotContaining("glob:**{.hidden,deeper,.part}");
    }

    @Test
    void a_document_that_is_put_there_again_takes_the_place_of_the_one_before() throws Exception {
        Path documents = Files.createDirectories(server.files.resolve("attachments/SU1"));
        Path beside = inbox.resolve("attachments/SU1/plan.pdf");
        Files.writeString(documents.resolve("plan.pdf"), "first");
        fetch(password(CouncilServer.PASSWORD), "", Feed.Kind.EHM_REQUESTS);
        await().untilAsserted(() -> assertThat(beside).hasContent("first"));
        // until it has been moved there it cannot be told from the one that is put in its place
        await().until(() -> Files.exists(server.files.resolve(".fetched/attachments/SU1/plan.pdf")));

        Files.writeString(documents.resolve("plan.pdf"), "second");

        await().untilAsserted(() -> assertThat(beside).hasContent("second"));
    }

    @Test
    void a_feed_of_anything_else_leaves_documents_where_they_are() throws Exception {
        Files.writeString(server.files.resolve(NAME), "TransferID\n1\n");
        Path documents = Files.createDirectories(server.files.resolve("attachments/SU1"));
        Files.writeString(documents.resolve("plan.pdf"), "stays");

        FetchDesk desk = fetch(password(CouncilServer.PASSWORD), "");

        await().until(() -> Files.exists(inbox.resolve(NAME)));
        await().until(desk::idle);
        assertThat(documents.resolve("plan.pdf")).exists();
    }

    private static SftpSettings.Account password(String password) {
        return new SftpSettings.Account("127.0.0.1", CouncilServer.USER, password, null, "");
    }

    private FetchDesk fetch(SftpSettings.Account account, String options) throws Exception {
        return fetch(account, options, Feed.Kind.LCS_REQUESTS);
    }

    private FetchDesk fetch(SftpSettings.Account account, String options, Feed.Kind kind) throws Exception {
        Home home = new Home(folder.resolve("home"));
        Pack plain = Fixtures.pack();
        Feed feed = new Feed(
                "transfers",
                "sftp://127.0.0.1:" + server.port() + "/" + options,
                "inbox/borough/lcs",
                Pattern.compile("^transfers-.*$"),
                "",
                kind,
                List.of(),
                true,
                true,
                Duration.ofDays(1),
                new Mapping(Layout.text(StandardCharsets.UTF_8, ','), Set.of(), List.of(), Map.of()));
        Pack pack = new Pack(plain.title(), plain.protocol(), List.of(feed), plain.mail(), plain.messages());
        Packs packs = Fixtures.packs(pack);
        FetchDesk desk = new FetchDesk(packs, home, java.time.Clock.systemUTC());
        context = new DefaultCamelContext();
        context.getRegistry().bind("fetchDesk", desk);
        IntakeDesk intakeDesk = new IntakeDesk(intake, packs, java.time.Clock.systemUTC());
        context.getRegistry().bind("intakeDesk", intakeDesk);
        context.getRegistry().bind("outboxDesk", new Troubles());
        for (String file : List.of("errors", "fetch", "take-in")) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveResource(context, "file:routes/" + file + ".camel.yaml"));
        }
        context.start();
        FetchRoutes fetches =
                new FetchRoutes(home, new SftpSettings(null, Duration.ofMillis(300), List.of(account)), desk);
        new FeedRoutes(packs, home, watch, intakeDesk, List.of(fetches), Duration.ofMillis(200)).add(context);
        return desk;
    }

    private static String pem(KeyPair key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
