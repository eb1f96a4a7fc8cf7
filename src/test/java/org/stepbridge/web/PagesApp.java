package org.stepbridge.web;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Inboxes;
import org.stepbridge.casework.KnownRequests;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.PlainPack;
import org.stepbridge.casework.Resubmissions;
import org.stepbridge.casework.RunMode;
import org.stepbridge.casework.Traffic;
import org.stepbridge.casework.UnreadFiles;
import org.stepbridge.model.Authority;
import org.stepbridge.model.ProtocolVersion;
import org.stepbridge.model.Reference;
import org.stepbridge.packs.PackText;
import org.stepbridge.protocol.ChecklistItem;
import org.stepbridge.protocol.Condition;
import org.stepbridge.protocol.Directory;
import org.stepbridge.protocol.EventRule;
import org.stepbridge.protocol.FollowUp;
import org.stepbridge.protocol.Limits;
import org.stepbridge.protocol.Opening;
import org.stepbridge.protocol.Protocol;
import org.stepbridge.protocol.RequestRules;
import org.stepbridge.protocol.Urgency;
import org.stepbridge.testing.FakeLogins;

/**
 * The pages and their guards on a real web server, with nothing behind them but fakes. Not a {@code @Configuration}, so
 * that no scan of the whole program finds it.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.apache.camel.spring.boot.CamelAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ComponentScan({"org.stepbridge.web", "org.stepbridge.access"})
class PagesApp {
    static final Instant NOW = Instant.parse("2026-11-21T09:05:00Z");
    static final Authority ROTHERHAM = new Authority("rotherham");

    /** What tests change of the packs. */
    static class FakePacks implements Packs {
        private static final PlainPack READ =
                PackText.read(Path.of("mappings", "rotherham")).plain();

        PlainPack plain = READ;
        final Map<String, List<String>> refused = new HashMap<>();

        void clear() {
            refused.clear();
            plain = READ;
        }

        @Override
        public List<Pack> live() {
            return List.of(pack(plain));
        }

        @Override
        public Map<String, List<String>> refused() {
            return refused;
        }
    }

    /** What tests say came again. */
    static class FakeResubmissions implements Resubmissions {
        final List<Resubmission> history = new ArrayList<>();

        @Override
        public List<Resubmission> history(List<Authority> authorities, Reference reference) {
            return authorities.contains(ROTHERHAM) ? history : List.of();
        }
    }

    /** What tests put into the inboxes. */
    static class FakeInboxes implements Inboxes {
        final List<UnreadFile> files = new ArrayList<>();

        void clear() {
            files.clear();
        }

        @Override
        public List<UnreadFile> unread() {
            return files;
        }
    }

    @Bean
    FakeClock clock() {
        return new FakeClock();
    }

    @Bean
    FakeOverview overview() {
        return new FakeOverview();
    }

    @Bean
    FakePacks packs() {
        return new FakePacks();
    }

    @Bean
    FakeInboxes inboxes() {
        return new FakeInboxes();
    }

    @Bean
    UnreadFiles unreadFiles(FakeInboxes inboxes) {
        return new UnreadFiles(inboxes, List::of);
    }

    @Bean
    FakePushes pushedRequests() {
        return new FakePushes();
    }

    @Bean
    KnownRequests knownRequests() {
        return (authority, source, sourceId) -> Optional.empty();
    }

    @Bean
    FakeCaughtMails mails() {
        return new FakeCaughtMails();
    }

    @Bean
    FakeCaseFiles caseFiles() {
        return new FakeCaseFiles();
    }

    @Bean
    FakeQueues queues() {
        return new FakeQueues();
    }

    @Bean
    FakeChanges changes() {
        return new FakeChanges();
    }

    @Bean
    FakeReplay replay() {
        return new FakeReplay();
    }

    @Bean
    FakeClockReport clocks() {
        return new FakeClockReport();
    }

    @Bean
    FakeAuditTrail trail() {
        return new FakeAuditTrail();
    }

    @Bean
    FakeSentParcels sentParcels() {
        return new FakeSentParcels();
    }

    @Bean
    FakeRejects rejects(FakeOverview ledger) {
        return new FakeRejects(ledger);
    }

    /** The ways of one authority, one that everybody has, and one of an authority that is not live here. */
    @Bean
    Traffic traffic() {
        return () -> List.of(
                way("deliver-hub", "", Traffic.Direction.OUT, true, 41, 0, 2),
                way("deliver-mash-email", "", Traffic.Direction.OUT, false, 17, 1, 0),
                way("recheck", "", Traffic.Direction.WITHIN, true, 1203, 0, 0),
                way("take-in-rotherham-ehm-notes", "rotherham", Traffic.Direction.IN, true, 1, 0, 0),
                way("take-in-rotherham-lcs-transfers", "rotherham", Traffic.Direction.IN, true, 2, 1, 0),
                way("take-in-york-lcs-transfers", "york", Traffic.Direction.IN, true, 2, 1, 0));
    }

    private static Traffic.Way way(
            String name,
            String authority,
            Traffic.Direction direction,
            boolean open,
            long runs,
            long failed,
            long now) {
        return new Traffic.Way(
                name,
                authority,
                direction,
                open,
                runs,
                failed,
                now,
                NOW.minus(Duration.ofMinutes(3)),
                direction == Traffic.Direction.IN ? Duration.ofMillis(500) : null);
    }

    @Bean
    FakeActions actions() {
        return new FakeActions();
    }

    @Bean
    Decider decider() {
        return aCase -> {
            throw new IllegalStateException("pages decide nothing");
        };
    }

    @Bean
    FakeLogins logins(Clock clock) {
        return new FakeLogins(clock);
    }

    @Bean
    FakeIncomingPost post() {
        return new FakeIncomingPost();
    }

    @Bean
    FakeResubmissions resubmissions() {
        return new FakeResubmissions();
    }

    @Bean
    FakeAgendas agendas() {
        return new FakeAgendas();
    }

    @Bean
    RunMode mode() {
        return new RunMode(false, true);
    }

    /** Something to see to, and two things that may happen. */
    private static RequestRules coWorking() {
        return new RequestRules(
                "co-working",
                "co-working",
                Urgency.NEVER,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                new FollowUp(
                        List.of(
                                new ChecklistItem("plan", "ROT-25", Condition.ALWAYS, "The work is in the plan."),
                                new ChecklistItem("read", "ROT-25", Condition.ALWAYS, "Past assessments are read."),
                                new ChecklistItem("other", "ROT-25", Condition.ALWAYS, "Not asked of this one.")),
                        List.of(
                                event("attempt", "An attempt to reach the family", Opening.NONE),
                                event("taken-on", "The hub takes it on", Opening.NONE),
                                event("goes-on", "It goes on as another", new Opening("co-working", Map.of()))),
                        List.of(),
                        ""));
    }

    private static EventRule event(String id, String title, Opening opens) {
        return new EventRule(id, "ROT-5", title, "", Set.of(), List.of(), "", false, opens, EventRule.Limit.NONE);
    }

    private static Pack pack(PlainPack plain) {
        Protocol protocol = new Protocol(
                ROTHERHAM,
                "ROT",
                new ProtocolVersion("2021.1", "00"),
                ZoneId.of("Europe/London"),
                Duration.ofHours(12),
                Map.of("co-working", coWorking()),
                new Directory(Map.of(), Set.of()),
                day -> day.getDayOfWeek().getValue() < 6,
                new Limits(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(1), Duration.ofHours(1)));
        return new Pack(
                "Rotherham",
                protocol,
                List.of(),
                new Pack.MailIdentity("a@borough.example", "x.example"),
                Map.of(),
                plain);
    }
}
