package org.stepbridge.routing;

import jakarta.jms.ConnectionFactory;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.stepbridge.casework.Agendas;
import org.stepbridge.casework.Alarms;
import org.stepbridge.casework.AuditChain;
import org.stepbridge.casework.Correspondence;
import org.stepbridge.casework.Deadlines;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Documents;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FileIntake;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.InboxWatch;
import org.stepbridge.casework.Ledger;
import org.stepbridge.casework.Mapping;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackChanges;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.PolledFiles;
import org.stepbridge.casework.UnreadFiles;
import org.stepbridge.dispatch.Fixtures;
import org.stepbridge.dispatch.ScriptedSmtp;
import org.stepbridge.model.Authority;

/**
 * The routes as they are in the tree, a real broker and a real SMTP conversation, and fakes for all that decides and
 * remembers. Not a {@code @Configuration}, so that no scan of the whole program finds it.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ComponentScan({"org.stepbridge.routing", "org.stepbridge.dispatch"})
class RoutesApp {
    /** Has a space, as a folder on a council's server may. */
    static final Path HOME = newHome();

    static Path newHome() {
        try {
            return Files.createTempDirectory("step bridge");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes every file it is given away, or fails as often as it is told to. */
    static final class FakeIntake implements FileIntake {
        final List<String> taken = new CopyOnWriteArrayList<>();
        final Set<String> looked = ConcurrentHashMap.newKeySet();
        final AtomicInteger failures = new AtomicInteger();
        volatile Runnable whenTaken = () -> {};

        @Override
        public void noteMoved(Authority authority, Feed feed, Path inbox) {
            looked.add(authority + " " + feed.id() + " " + inbox);
        }

        @Override
        public void take(Authority authority, Feed feed, Path file) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new java.io.UncheckedIOException(new IOException("the share is away"));
            }
            whenTaken.run();
            taken.add(authority + " " + feed.id() + " " + file.getFileName());
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** Calls every file finished but those that a test is still writing. */
    static final class FakeWatch implements InboxWatch {
        final Set<String> unfinished = ConcurrentHashMap.newKeySet();
        final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public boolean ready(Path file) {
            asked.add(file.getFileName().toString());
            return !unfinished.contains(file.getFileName().toString());
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Home home() {
        return new Home(HOME);
    }

    @Bean
    FakeOutbox outbox() {
        return new FakeOutbox();
    }

    @Bean
    FakeIntake intake() {
        return new FakeIntake();
    }

    @Bean
    FakeWatch watch() {
        return new FakeWatch();
    }

    @Bean
    Ledger ledger() {
        return Mockito.mock(Ledger.class);
    }

    @Bean
    AuditChain auditChain() {
        return Mockito.mock(AuditChain.class);
    }

    @Bean
    FakePost post() {
        return new FakePost();
    }

    @Bean
    Correspondence correspondence(FakePost post, Decider decider) {
        return new Correspondence(post, post, decider);
    }

    @Bean
    Deadlines deadlines() {
        return Mockito.mock(Deadlines.class);
    }

    @Bean
    Agendas agendas() {
        return Mockito.mock(Agendas.class);
    }

    @Bean
    Alarms alarms() {
        return (authority, unread) -> 0;
    }

    @Bean
    UnreadFiles unreadFiles() {
        return new UnreadFiles(List::of, List::of);
    }

    @Bean
    Documents documents() {
        return Fixtures.noDocuments();
    }

    @Bean
    PolledFiles polledFiles() {
        return Mockito.mock(PolledFiles.class);
    }

    @Bean
    Decider decider() {
        return aCase -> {
            throw new UnsupportedOperationException("nothing is decided here");
        };
    }

    @Bean
    PackChanges packChanges() {
        return Mockito.mock(PackChanges.class);
    }

    @Bean
    Packs packs() {
        Pack pack = Fixtures.pack();
        List<Feed> feeds = new ArrayList<>();
        feeds.add(feed("notes", "inbox/borough/ehm", "notes-.*", Feed.Kind.NOTES));
        feeds.add(feed("transfers", "inbox/borough/lcs", "transfers-.*", Feed.Kind.LCS_REQUESTS, "notes"));
        return Fixtures.packs(new Pack(pack.title(), pack.protocol(), feeds, pack.mail(), pack.messages()));
    }

    @Bean(destroyMethod = "close")
    TestBroker broker() {
        return new TestBroker();
    }

    @Bean(destroyMethod = "stop")
    JmsPoolConnectionFactory connectionFactory(TestBroker broker) {
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory((Object) new ActiveMQConnectionFactory(broker.url()));
        pool.setMaxConnections(4);
        return pool;
    }

    @Bean(destroyMethod = "close")
    ScriptedSmtp smtp() throws IOException {
        return new ScriptedSmtp(true);
    }

    @Bean
    Session mailSession(ScriptedSmtp smtp) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put(
                "mail.smtp.port",
                Integer.getInteger("stepbridge.test.smtp.port", smtp.port()).toString());
        properties.put("mail.smtp.timeout", "2000");
        return Session.getInstance(properties);
    }

    /** Whoever needs the broker as it is. */
    static ConnectionFactory plain(TestBroker broker) {
        return new ActiveMQConnectionFactory(broker.url());
    }

    private static Feed feed(String id, String folder, String files, Feed.Kind kind, String... after) {
        return new Feed(
                id,
                "file:" + folder,
                folder,
                java.util.regex.Pattern.compile(files),
                "",
                kind,
                List.of(after),
                true,
                true,
                java.time.Duration.ofDays(1),
                new Mapping(
                        org.stepbridge.casework.Layout.text(java.nio.charset.StandardCharsets.UTF_8, ','),
                        Set.of(),
                        List.of(),
                        Map.of()));
    }
}
