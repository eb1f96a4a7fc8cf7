package org.stepbridge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsConstants;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stepbridge.casework.AuditChain;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.Ledger;
import org.stepbridge.casework.Parcel;
import org.stepbridge.casework.Quiet;
import org.stepbridge.dispatch.Fixtures;
import org.stepbridge.dispatch.ScriptedSmtp;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Outcome;

@SpringBootTest(classes = RoutesApp.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class DeliveryRoutesIT {
    private static final String QUEUE = "hub.borough.evidence-based";

    @Autowired
    private FakeOutbox outbox;

    @Autowired
    private TestBroker broker;

    @Autowired
    private ScriptedSmtp smtp;

    @Autowired
    private RoutesApp.FakeIntake intake;

    @Autowired
    private RoutesApp.FakeWatch watch;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Quiet quiet;

    @Autowired
    private CamelContext camel;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("stepbridge.home", RoutesApp.HOME::toString);
        registry.add("stepbridge.delivery.poll", () -> "20");
        registry.add("stepbridge.recheck.poll", () -> "20");
        registry.add("stepbridge.intake.poll", () -> "20ms");
        registry.add("stepbridge.delivery.referrals", () -> "8");
    }

    @BeforeEach
    void forget() throws Exception {
        outbox.clear();
        smtp.now(ScriptedSmtp.Act.TAKE);
        smtp.taken.clear();
        intake.taken.clear();
        reset(ledger);
        broker.drain(QUEUE);
    }

    @Test
    void whatDeadWorkersHeldIsTakenOverBeforeAnyNewWork() {
        await().untilAtomic(outbox.recoveriesBeforeClaims, org.hamcrest.Matchers.greaterThanOrEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"LCS_RETURNS", "EHM_RETURNS", "ALLOCATIONS", "RECORDINGS_LCS", "RECORDINGS_EHM", "AGENDAS"})
    void aFileIsWrittenWholeInItsFolderAndReported(Channel channel) throws IOException {
        Parcel parcel = file(channel, channel.label() + "-20260701T083000000-1.csv");
        outbox.put(parcel);
        await().untilAsserted(() -> assertThat(outbox.delivered).containsExactly(parcel.id()));
        assertThat(Files.readString(outFile(parcel))).startsWith("Reference,").contains("BOR-2026-000123");
        assertThat(leftovers(channel)).isEmpty();
    }

    @Test
    void aFileThatIsThereAlreadyIsCompleteAndNotWrittenAgain() throws IOException {
        Parcel parcel = file(Channel.ALLOCATIONS, "allocations-20260701T083000000-2.csv");
        Files.createDirectories(outFile(parcel).getParent());
        Files.writeString(outFile(parcel), "as it was");
        outbox.put(parcel);
        await().untilAsserted(() -> assertThat(outbox.delivered).containsExactly(parcel.id()));
        assertThat(outFile(parcel)).hasContent("as it was");
    }

    @Test
    void whatACrashLeftHalfWrittenIsWrittenAnew() throws IOException {
        Parcel parcel = secondTry(Channel.ALLOCATIONS, "allocations-20260701T083000000-3.csv");
        Files.createDirectories(outFile(parcel).getParent());
        Files.writeString(outFile(parcel).resolveSibling(parcel.name() + ".first-try.tmp"), "Refer");
        outbox.put(parcel);
        await().untilAsserted(() -> assertThat(outbox.delivered).containsExactly(parcel.id()));
        assertThat(Files.readString(outFile(parcel))).startsWith("Reference,");
        assertThat(leftovers(Channel.ALLOCATIONS)).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenFailsItsFilesAndNoOthers() throws IOException {
        Parcel blocked = file(Channel.EHM_RETURNS, "ehm-returns-1.csv");
        Path folder = outFile(blocked).getParent();
        try (Stream<Path> old = Files.exists(folder) ? Files.list(folder) : Stream.of()) {
            for (Path each : old.toList()) {
                Files.delete(each);
            }
        }
        Files.deleteIfExists(folder);
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "in the way");
        Parcel other = file(Channel.RECORDINGS_EHM, "recordings-ehm-1.csv");
        outbox.put(blocked, other);
        await().untilAsserted(() -> {
            assertThat(outbox.failed).containsOnlyKeys(blocked.id());
            assertThat(outbox.delivered).containsExactly(other.id());
        });
        Files.delete(folder);
    }

    @Test
    void aParcelThatCannotBeComposedStopsNoOther() {
        Parcel good = file(Channel.ALLOCATIONS, "allocations-4.csv");
        Parcel bad = renewed(
                Fixtures.parcel(Channel.ALLOCATIONS, Fixtures.item(Fixtures.coWorking(), new Outcome.Returned())),
                "allocations-5.csv",
                false,
                new org.stepbridge.model.Authority("gone"));
        Parcel alsoGood = file(Channel.ALLOCATIONS, "allocations-6.csv");
        outbox.put(good, bad, alsoGood);
        await().untilAsserted(() -> {
            assertThat(outbox.delivered).containsExactlyInAnyOrder(good.id(), alsoGood.id());
            assertThat(outbox.failed).containsOnlyKeys(bad.id());
        });
    }

    @Test
    void aHeaderThatCameInSteersNothing() throws Exception {
        Parcel file = file(Channel.LCS_RETURNS, "lcs-returns-7.csv");
        Parcel hub = hub(false);
        send("deliver-lcs-returns", file, Map.of(Exchange.FILE_NAME, "../../evil.csv", "CamelOverruleFileName", "x"));
        send("deliver-hub", hub, Map.of(JmsConstants.JMS_DESTINATION_NAME, "evil", "CamelJmsDestination", "evil"));
        await().untilAsserted(() -> assertThat(outbox.delivered).containsExactlyInAnyOrder(file.id(), hub.id()));
        assertThat(outFile(file)).exists();
        assertThat(broker.drain(QUEUE)).hasSize(1);
        assertThat(broker.drain("evil")).isEmpty();
    }

    @Test
    void hubMessagesGoTogetherWithTheirHeaders() throws Exception {
        Parcel[] parcels = {hub(false), hub(false), hub(false)};
        outbox.put(parcels);
        await().untilAsserted(() -> assertThat(outbox.delivered).hasSize(3));
        List<Message> messages = broker.drain(QUEUE);
        assertThat(messages).hasSize(3).allSatisfy(message -> {
            assertThat(message.getJMSCorrelationID()).isEqualTo("BOR-2026-000123");
            assertThat(message.getJMSDeliveryMode()).isEqualTo(jakarta.jms.DeliveryMode.PERSISTENT);
            assertThat(((TextMessage) message).getText()).startsWith("{\"schemaVersion\"");
        });
        assertThat(messages)
                .extracting(message -> message.getStringProperty("_AMQ_DUPL_ID"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(parcels)
                        .map(parcel -> parcel.id().toString())
                        .toList());
    }

    @Test
    void aRepeatThatTheBrokerKnowsIsDroppedThereAndCountsAsDelivered() throws Exception {
        Parcel first = hub(false);
        outbox.put(first);
        await().untilAsserted(() -> assertThat(outbox.delivered).hasSize(1));
        Parcel again = renewed(first, first.name(), true, first.authority(), first.id());
        Parcel other = hub(true);
        outbox.put(again, other);
        await().untilAsserted(() -> assertThat(outbox.delivered).hasSize(3));
        assertThat(broker.drain(QUEUE)).hasSize(2);
    }

    @Test
    void aBatchThatIsRefusedIsRolledBackWholeAndTriedOneByOne() throws Exception {
        Parcel known = hub(false);
        outbox.put(known);
        await().untilAsserted(() -> assertThat(outbox.delivered).hasSize(1));
        Parcel[] batch = {hub(false), known, hub(false)};
        outbox.put(batch);
        await().untilAsserted(
                        () -> assertThat(outbox.unknown).containsOnlyKeys(batch[0].id(), known.id(), batch[2].id()));
        assertThat(broker.drain(QUEUE)).hasSize(1);
        outbox.put(Arrays.stream(batch)
                .map(parcel -> renewed(parcel, "", true, parcel.authority(), parcel.id()))
                .toArray(Parcel[]::new));
        await().untilAsserted(() -> assertThat(outbox.delivered).hasSize(4));
        assertThat(broker.drain(QUEUE)).hasSize(2);
    }

    @Test
    void aMessageThatCannotBeComposedRollsItsBatchBack() throws Exception {
        Parcel good = hub(false);
        Parcel bad = renewed(hub(false), "", false, new org.stepbridge.model.Authority("gone"));
        outbox.put(good, bad);
        await().untilAsserted(() -> assertThat(outbox.unknown).containsOnlyKeys(good.id(), bad.id()));
        assertThat(broker.drain(QUEUE)).isEmpty();
        outbox.put(renewed(good, "", true, good.authority(), good.id()));
        outbox.put(renewed(bad, "", true, bad.authority(), bad.id()));
        await().untilAsserted(() -> {
            assertThat(outbox.delivered).containsExactly(good.id());
            assertThat(outbox.failed).containsOnlyKeys(bad.id());
        });
        assertThat(broker.drain(QUEUE)).hasSize(1);
    }

    @Test
    void aBrokerThatIsDownDelaysOnlyItsOwnMessagesAndLosesNone(CapturedOutput output) throws Exception {
        Parcel first = hub(false);
        Parcel repeat = hub(true);
        Parcel file = file(Channel.ALLOCATIONS, "allocations-8.csv");
        broker.down();
        try {
            outbox.put(first, repeat, file);
            await().untilAsserted(() -> {
                assertThat(outbox.delivered).containsExactly(file.id());
                assertThat(told()).contains(first.id(), repeat.id());
            });
            int before = output.getAll().length();
            Parcel later = file(Channel.ALLOCATIONS, "allocations-9.csv");
            outbox.put(later);
            await().untilAsserted(() -> assertThat(outbox.delivered).contains(later.id()));
            assertThat(output.getAll().substring(before))
                    .as("nothing to send, nothing to say")
                    .doesNotContain("batch");
        } finally {
            broker.up();
        }
        outbox.put(
                renewed(first, "", true, first.authority(), first.id()),
                renewed(repeat, "", true, repeat.authority(), repeat.id()));
        await().untilAsserted(() -> assertThat(outbox.delivered).contains(first.id(), repeat.id()));
        assertThat(broker.drain(QUEUE)).hasSize(2);
    }

    @Test
    void aReferralIsSentUnderItsDeliverysId() {
        Parcel parcel = referral();
        outbox.put(parcel);
        await().untilAsserted(() -> assertThat(outbox.delivered).containsExactly(parcel.id()));
        assertThat(smtp.taken)
                .singleElement()
                .asString()
                .contains(
                        "Message-ID: <" + parcel.id() + "@stepbridge.borough.example>",
                        "Subject: [STEP-UP AGREED] BOR-2026-000123");
    }

    @Test
    void aNoticeIsSent() {
        Parcel parcel = renewed(
                Fixtures.mail(
                        Channel.NOTICE_EMAIL,
                        "returned",
                        Fixtures.item(Fixtures.coWorking(), new Outcome.Returned()),
                        "jo.bright@borough.example"),
                "",
                false,
                Fixtures.BOROUGH);
        outbox.put(parcel);
        await().untilAsserted(() -> assertThat(outbox.delivered).containsExactly(parcel.id()));
        assertThat(smtp.taken).singleElement().asString().contains("Subject: Returned: BOR-2026-000123");
    }

    @Test
    void manyReferralsShareAFewConnections() {
        Parcel[] parcels = Stream.generate(DeliveryRoutesIT::referral).limit(50).toArray(Parcel[]::new);
        int before = smtp.connections.get();
        outbox.put(parcels);
        await().untilAsserted(() -> assertThat(outbox.delivered).hasSize(50).doesNotHaveDuplicates());
        assertThat(smtp.taken).hasSize(50);
        assertThat(smtp.connections.get() - before).isLessThanOrEqualTo(8);
    }

    @Test
    void noMoreIsClaimedWhileAClaimIsBeingWorkedOff() {
        smtp.now(ScriptedSmtp.Act.HANG_AFTER_DOT);
        outbox.put(Stream.generate(DeliveryRoutesIT::referral).limit(50).toArray(Parcel[]::new));
        await().until(() -> !smtp.taken.isEmpty());
        assertThat(outbox.claims).containsExactly(8);
        smtp.now(ScriptedSmtp.Act.TAKE);
        restAfterHanging();
    }

    /** A server that hung is left alone for some seconds; the next test wants it back. */
    private void restAfterHanging() {
        outbox.delivered.clear();
        await().pollInterval(Duration.ofMillis(250)).until(() -> {
            outbox.put(referral());
            return !outbox.delivered.isEmpty();
        });
    }

    @Test
    void aMailServerThatHangsDelaysNoFileAndNoHubMessage() throws Exception {
        smtp.now(ScriptedSmtp.Act.HANG_AFTER_DOT);
        Parcel mail = referral();
        outbox.put(mail);
        await().until(() -> !smtp.taken.isEmpty());
        Parcel hub = hub(false);
        Parcel file = file(Channel.ALLOCATIONS, "allocations-10.csv");
        outbox.put(hub, file);
        await().untilAsserted(() -> assertThat(outbox.delivered).contains(hub.id(), file.id()));
        assertThat(outbox.unknown).as("the mail server hangs still").isEmpty();
        await().untilAsserted(() -> assertThat(outbox.unknown).containsOnlyKeys(mail.id()));
        smtp.now(ScriptedSmtp.Act.TAKE);
        restAfterHanging();
    }

    @Test
    void aParcelWhoseTurnComesLateInItsLeaseIsNotBegun() {
        Exchange exchange = new DefaultExchange(camel);
        OutFiles files = new OutFiles(new Home(RoutesApp.HOME));
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6));
        Parcel parcel = referral();
        new OutboxDesk(
                        outbox,
                        new DeliverySettings(Duration.ofMinutes(10), 4, 500, 40, 16, 4, Map.of()),
                        Clock.systemUTC())
                .claim("lcs-returns", exchange);
        assertThatThrownBy(() -> new Parcels(late, files).open(parcel, exchange))
                .hasMessageContaining("too late");
        assertThat(new Parcels(Clock.systemUTC(), files).open(parcel, exchange)).isEqualTo(parcel);
    }

    @Test
    void aReferralThatTheServerRefusesHasFailed() {
        smtp.now(ScriptedSmtp.Act.GREYLIST);
        Parcel parcel = referral();
        outbox.put(parcel);
        await().untilAsserted(() -> assertThat(outbox.failed).containsOnlyKeys(parcel.id()));
        assertThat(outbox.failed.get(parcel.id()))
                .isEqualTo("the mail server refused the message for now with code 450");
        assertThat(outbox.unknown).isEmpty();
        assertThat(outbox.delivered).isEmpty();
    }

    @Test
    void aReferralWhoseAnswerNeverCameIsUnknown() {
        smtp.now(ScriptedSmtp.Act.DROP_AFTER_DOT);
        Parcel parcel = referral();
        outbox.put(parcel);
        await().untilAsserted(() -> assertThat(outbox.unknown).containsOnlyKeys(parcel.id()));
        assertThat(outbox.failed).isEmpty();
        assertThat(outbox.delivered).isEmpty();
    }

    @Test
    void aReferralWithABadAddressStopsNoOther() {
        Parcel bad = renewed(
                Fixtures.mail(
                        Channel.MASH_EMAIL,
                        "mash-referral",
                        Fixtures.item(Fixtures.stepUp(), new Outcome.ForMash(false)),
                        "a@borough.example\r\nBcc: b@evil.example"),
                "",
                false,
                Fixtures.BOROUGH);
        Parcel good = referral();
        outbox.put(bad, good);
        await().untilAsserted(() -> {
            assertThat(outbox.failed).containsOnlyKeys(bad.id());
            assertThat(outbox.delivered).containsExactly(good.id());
        });
        assertThat(outbox.failed.get(bad.id())).doesNotContain("evil");
    }

    @Test
    void aDatabaseThatIsAwayForAMomentDoesNotMakeASentMessageDoubtful() {
        outbox.deliveredFails.set(2);
        Parcel parcel = referral();
        outbox.put(parcel);
        await().untilAsserted(() -> assertThat(outbox.delivered).containsExactly(parcel.id()));
        assertThat(smtp.taken).hasSize(1);
    }

    @Test
    void aFileThatIsCompleteIsTakenInByItsFeed() throws IOException {
        drop("ehm", "notes-1.csv");
        drop("lcs", "transfers-1.csv");
        drop("lcs", "something-else.csv");
        await().untilAsserted(() -> assertThat(intake.taken)
                .containsExactlyInAnyOrder("borough notes notes-1.csv", "borough transfers transfers-1.csv"));
        Files.delete(inbox("lcs").resolve("something-else.csv"));
    }

    @Test
    void aFeedWaitsForTheFilesThatGoFirstAlsoForOneThatIsStillBeingCopied() throws IOException {
        watch.unfinished.add("notes-2.csv");
        drop("ehm", "notes-2.csv");
        drop("lcs", "transfers-2.csv");
        // asked of a second time, it was not taken the first time
        await().untilAsserted(() -> assertThat(watch.asked)
                .filteredOn(name -> name.equals("transfers-2.csv"))
                .hasSizeGreaterThan(1));
        assertThat(intake.taken).isEmpty();
        assertThat(quiet.idle()).isFalse();
        intake.failures.set(2);
        watch.unfinished.clear();
        await().untilAsserted(() -> assertThat(intake.taken)
                .containsExactly("borough notes notes-2.csv", "borough transfers transfers-2.csv"));
        assertThat(quiet.idle()).isTrue();
    }

    @Test
    void aFileThatCannotBeReadStaysAndIsTriedAgain() throws IOException {
        intake.failures.set(2);
        drop("ehm", "notes-3.csv");
        await().untilAsserted(() -> assertThat(intake.taken).containsExactly("borough notes notes-3.csv"));
    }

    @Test
    void aFolderNamedLikeAFileIsLeftAlone() throws IOException {
        Files.createDirectories(inbox("ehm").resolve("notes-4.csv"));
        drop("ehm", "notes-5.csv");
        await().untilAsserted(() -> assertThat(intake.taken).containsExactly("borough notes notes-5.csv"));
        assertThat(inbox("ehm").resolve("notes-4.csv")).isDirectory();
        assertThat(quiet.idle()).isTrue();
        Files.delete(inbox("ehm").resolve("notes-4.csv"));
    }

    @Test
    void requestsAreCheckedAgainAndATroubleOnTheWayStopsNothing() {
        when(ledger.recheck(any(), anyInt(), any()))
                .thenReturn(500)
                .thenThrow(new IllegalStateException("the database is away"))
                .thenReturn(3)
                .thenReturn(0);
        await().untilAsserted(() -> verify(ledger, atLeast(5)).recheck(any(), anyInt(), any()));
    }

    @Test
    void leasesThatRanOutAreTakenOverFromTimeToTime() throws Exception {
        int before = outbox.recoveries.get();
        Exchange exchange = new DefaultExchange(camel);
        camel.getRoute("recover").getProcessor().process(exchange);
        assertThat(exchange.getException()).isNull();
        assertThat(outbox.recoveries.get()).isGreaterThan(before);
    }

    @Test
    void movesOfFilesThatNobodyNotedAreNotedAtTheStartAndFromTimeToTime(@Autowired RoutesApp.FakeIntake intake)
            throws Exception {
        assertThat(intake.looked).isNotEmpty();
        intake.looked.clear();
        camel.getRoute("recover").getProcessor().process(new DefaultExchange(camel));
        assertThat(intake.looked).isNotEmpty();
    }

    @Test
    void theAuditIsSealedFromTimeToTime(@Autowired AuditChain chain) throws Exception {
        Exchange exchange = new DefaultExchange(camel);
        camel.getRoute("seal").getProcessor().process(exchange);
        assertThat(exchange.getException()).isNull();
        verify(chain, atLeast(1)).seal();
    }

    @Test
    void everyRouteRuns() {
        assertThat(camel.getRoutes())
                .extracting(route -> route.getRouteId())
                .contains("take-in-borough-notes", "take-in-borough-transfers", "recheck", "recover", "seal")
                .containsAll(Arrays.stream(Channel.values())
                        .map(channel -> "deliver-" + channel.label())
                        .toList())
                .allMatch(id -> camel.getRouteController().getRouteStatus(id).isStarted());
    }

    /** Drives the route by hand with a message that somebody else has filled. */
    private void send(String route, Parcel parcel, Map<String, Object> headers) throws Exception {
        camel.getRouteController().suspendRoute(route);
        try {
            outbox.put(parcel);
            Exchange exchange = new DefaultExchange(camel);
            exchange.getMessage().getHeaders().putAll(headers);
            camel.getRoute(route).getProcessor().process(exchange);
        } finally {
            camel.getRouteController().resumeRoute(route);
        }
    }

    private List<UUID> told() {
        return Stream.concat(outbox.failed.keySet().stream(), outbox.unknown.keySet().stream())
                .toList();
    }

    private static Parcel file(Channel channel, String name) {
        return file(channel, name, false);
    }

    private static Parcel secondTry(Channel channel, String name) {
        return file(channel, name, true);
    }

    private static Parcel file(Channel channel, String name, boolean mayRepeat) {
        return renewed(
                Fixtures.parcel(channel, Fixtures.item(Fixtures.coWorking(), new Outcome.Allocated("North"))),
                name,
                mayRepeat,
                Fixtures.BOROUGH);
    }

    private static Parcel hub(boolean mayRepeat) {
        return renewed(
                Fixtures.parcel(Channel.HUB, Fixtures.item(Fixtures.coWorking(), new Outcome.ForHub())),
                "",
                mayRepeat,
                Fixtures.BOROUGH);
    }

    private static Parcel referral() {
        return renewed(Fixtures.referral(Fixtures.stepUp(), false), "", false, Fixtures.BOROUGH);
    }

    private static Parcel renewed(
            Parcel from, String name, boolean mayRepeat, org.stepbridge.model.Authority authority, UUID... id) {
        return new Parcel(
                id.length == 0 ? UUID.randomUUID() : id[0],
                from.fence(),
                from.channel(),
                authority,
                name,
                from.template(),
                from.recipients(),
                from.urgent(),
                mayRepeat ? 2 : 1,
                mayRepeat,
                from.items());
    }

    private static Path outFile(Parcel parcel) {
        return RoutesApp.HOME
                .resolve("outbox/borough")
                .resolve(parcel.channel().label())
                .resolve(parcel.name());
    }

    private static List<String> leftovers(Channel channel) throws IOException {
        try (Stream<Path> files =
                Files.list(RoutesApp.HOME.resolve("outbox/borough").resolve(channel.label()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".csv"))
                    .toList();
        }
    }

    private static Path inbox(String system) {
        return RoutesApp.HOME.resolve("inbox/borough").resolve(system);
    }

    private static void drop(String system, String name) throws IOException {
        Files.createDirectories(inbox(system));
        Files.writeString(inbox(system).resolve(name), "x");
    }
}
