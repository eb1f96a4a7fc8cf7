package org.stepbridge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stepbridge.casework.Action;
import org.stepbridge.dispatch.Fixtures;

/** What comes back, from a real broker and a real mailbox. */
@SpringBootTest(classes = RoutesApp.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class ReplyRoutesIT {
    private static final String QUEUE = "hub.borough.replies";
    private static final String GOOD =
            "{\"reference\":\"BOR-2026-000123\",\"outcome\":\"accepted\",\"by\":\"Jo Bright\","
                    + "\"at\":\"2026-07-02T09:30:00+01:00\"}";
    private static final GreenMail MAIL = new GreenMail(ServerSetup.IMAP.dynamicPort());
    private static GreenMailUser mailbox;

    @Autowired
    private FakePost post;

    @Autowired
    private TestBroker broker;

    @Autowired
    private MailboxWatches watches;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        MAIL.start();
        mailbox = MAIL.setUser("stepbridge@borough.example", "stepbridge", "secret%&=");
        registry.add("stepbridge.home", RoutesApp.HOME::toString);
        String borough = "stepbridge.mailboxes.borough.";
        registry.add(borough + "host", () -> "127.0.0.1");
        registry.add(borough + "port", () -> MAIL.getImap().getPort());
        registry.add(borough + "user", () -> "stepbridge");
        registry.add(borough + "password", () -> "secret%&=");
        registry.add(borough + "encrypted", () -> "false");
        registry.add(borough + "poll", () -> "100ms");
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @BeforeEach
    void forget() throws Exception {
        post.clear();
        broker.drain(QUEUE + ".invalid");
    }

    @Test
    void aReplyOfTheHubIsRecordedAsItsOutcomeAndGone() throws Exception {
        send(GOOD);
        await().untilAsserted(() -> assertThat(post.filed).containsExactly("OUTCOME"));
        assertThat(post.deeds).singleElement().satisfies(deed -> {
            assertThat(deed.actor()).isEqualTo("system:hub");
            assertThat(deed.authorities()).containsExactly(Fixtures.BOROUGH);
            assertThat(deed.action())
                    .isEqualTo(new Action.RecordOutcome(Action.Party.HUB, Action.Said.ACCEPTED, "", null));
        });
        assertThat(broker.drain(QUEUE + ".invalid")).isEmpty();
    }

    @Test
    void aBadReplyIsMovedAsideWholeWithTheReasonAndStopsNoOther() throws Exception {
        send("{\"reference\":\"Zoë\"}");
        send(GOOD);
        await().untilAsserted(() -> assertThat(post.filed).containsExactly("INVALID", "OUTCOME"));
        await().untilAsserted(() -> assertThat(broker.drain(QUEUE + ".invalid"))
                .singleElement()
                .satisfies(bad -> {
                    assertThat(((TextMessage) bad).getText()).isEqualTo("{\"reference\":\"Zoë\"}");
                    assertThat(bad.getStringProperty("HubsOwn")).isEqualTo("kept");
                    assertThat(bad.getJMSCorrelationID()).isEqualTo("BOR-2026-000123");
                    assertThat(bad.getStringProperty("StepbridgeProblem")).contains("schema");
                }));
    }

    @Test
    void whatIsNoTextIsMovedAside() throws Exception {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.url());
                JMSContext context = factory.createContext()) {
            context.createProducer().send(context.createQueue(QUEUE), context.createMapMessage());
        }
        await().untilAsserted(() -> assertThat(post.filed).containsExactly("INVALID"));
        await().untilAsserted(() -> assertThat(broker.drain(QUEUE + ".invalid")).hasSize(1));
    }

    @Test
    void aReplyThatCannotBeFiledNowStaysInTheQueueAndNeitherItNorItsCopyIsLostOrDoubled(CapturedOutput output)
            throws Exception {
        post.failures.set(2);
        send("{}");
        await().untilAsserted(() -> assertThat(post.filed).containsExactly("INVALID"));
        await().untilAsserted(() -> assertThat(broker.drain(QUEUE + ".invalid")).hasSize(1));
        assertThat(broker.drain(QUEUE + ".invalid")).isEmpty();
        assertThat(broker.drain(QUEUE)).isEmpty();
        assertThat(output)
                .contains("the database is away; it stays where it is")
                .doesNotContain("\tat org.");
    }

    @Test
    void aBrokerThatWasDownDelaysRepliesOnly() throws Exception {
        broker.down();
        broker.up();
        send(GOOD);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(post.filed).containsExactly("OUTCOME"));
    }

    @Test
    void aBounceInTheMailboxIsTakenAndMovedToTheFolderOfReadMail() throws Exception {
        deliver(bounce());
        await().untilAsserted(() -> assertThat(post.filed).containsExactly("BOUNCE " + Fixtures.DELIVERY));
        await().untilAsserted(() -> assertThat(inbox()).isZero());
        assertThat(MAIL.getManagers()
                        .getImapHostManager()
                        .getFolder(mailbox, "Stepbridge")
                        .getMessageCount())
                .isPositive();
    }

    @Test
    void aMailThatSomebodyHasReadAlreadyIsTakenAllTheSame() throws Exception {
        MimeMessage mail = mail("From: mash@borough.example\nSubject: hello\n\nx");
        mail.setFlag(jakarta.mail.Flags.Flag.SEEN, true);
        deliver(mail);
        await().untilAsserted(() -> assertThat(post.filed).containsExactly("UNMATCHED"));
    }

    @Test
    void aMailThatCannotBeFiledNowStaysInTheMailboxAndIsTakenAgain() throws Exception {
        post.failures.set(2);
        deliver(mail("From: mash@borough.example\nIn-Reply-To: <" + Fixtures.DELIVERY
                + "@stepbridge.borough.example>\n\nREJECTED: below threshold"));
        await().untilAsserted(() -> assertThat(post.filed).containsExactly("OUTCOME " + Fixtures.DELIVERY));
        await().untilAsserted(() -> assertThat(inbox()).isZero());
        assertThat(post.deeds.stream().map(deed -> deed.key()).distinct()).hasSize(1);
        assertThat(post.deeds.get(0).action())
                .isEqualTo(new Action.RecordOutcome(Action.Party.MASH, Action.Said.REJECTED, "below threshold", null));
    }

    @Test
    void aMailboxThatCannotBeReadIsToldUntilItCan(CapturedOutput output) {
        MAIL.getUserManager().deleteUser(mailbox);
        await().untilAsserted(() -> assertThat(watches.givenUp()).hasSize(1));
        mailbox = MAIL.setUser("stepbridge@borough.example", "stepbridge", "secret%&=");
        await().untilAsserted(() -> assertThat(watches.givenUp()).isEmpty());
        assertThat(output).contains("borough: the mailbox cannot be read").doesNotContain("secret");
    }

    private void send(String text) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.url());
                JMSContext context = factory.createContext()) {
            Message message = context.createTextMessage(text);
            message.setJMSCorrelationID("BOR-2026-000123");
            message.setJMSReplyTo(context.createQueue("evil"));
            message.setStringProperty("HubsOwn", "kept");
            message.setStringProperty("CamelJmsDestinationName", "evil");
            context.createProducer().send(context.createQueue(QUEUE), message);
        }
    }

    private static void deliver(MimeMessage mail) {
        mailbox.deliver(mail);
    }

    private static int inbox() throws Exception {
        return MAIL.getManagers().getImapHostManager().getInbox(mailbox).getMessageCount();
    }

    private static MimeMessage bounce() throws Exception {
        return mail("From: MAILER-DAEMON@borough.example\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n"
                + "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.borough.example\n\n"
                + "Final-Recipient: rfc822; mash@borough.example\nAction: failed\nStatus: 5.1.1\n"
                + "\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <" + Fixtures.DELIVERY
                + "@stepbridge.borough.example>\n\n--b--\n");
    }

    private static MimeMessage mail(String text) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }
}
