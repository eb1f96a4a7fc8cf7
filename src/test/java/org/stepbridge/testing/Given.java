package org.stepbridge.testing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Mapping;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.evidence.EvidenceRule;
import org.stepbridge.evidence.Phrases;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.Details;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.Note;
import org.stepbridge.model.ProtocolVersion;
import org.stepbridge.model.Request;
import org.stepbridge.model.SourceSystem;
import org.stepbridge.protocol.Check;
import org.stepbridge.protocol.ClockRule;
import org.stepbridge.protocol.Condition;
import org.stepbridge.protocol.Consequence;
import org.stepbridge.protocol.Destination;
import org.stepbridge.protocol.DestinationRule;
import org.stepbridge.protocol.Directory;
import org.stepbridge.protocol.Elsewhere;
import org.stepbridge.protocol.EvidenceStep;
import org.stepbridge.protocol.FollowUp;
import org.stepbridge.protocol.Limits;
import org.stepbridge.protocol.Missing;
import org.stepbridge.protocol.Notice;
import org.stepbridge.protocol.Post;
import org.stepbridge.protocol.Protocol;
import org.stepbridge.protocol.RequestRules;
import org.stepbridge.protocol.Urgency;
import org.stepbridge.protocol.Within;

/** Phrases that tests begin with; everything a test does not care about has a default. The council here is invented. */
public final class Given {
    /** An invented council. */
    public static final Authority SHIRE = new Authority("shire");

    /** When the tests' requests are raised. */
    public static final Instant MONDAY = Instant.parse("2026-11-16T10:00:00Z");

    private Given() {}

    /** A child known by this EHM number. */
    public static Child child(String ehm) {
        return new Child(null, new EhmId(ehm), null, null, "Smith", "Isla", LocalDate.of(2018, 3, 1));
    }

    /** A co-working request of a pack of the repository, about a child of its own. */
    public static Request coWorkingOf(Authority authority, String id, Map<String, String> details) {
        Child child = new Child(new LcsId("L" + id), null, null, null, "Testchild", "Sam", LocalDate.of(2015, 3, 2));
        Instant asked = Instant.parse("2026-11-16T10:00:00Z");
        return new Request(authority, SourceSystem.LCS, id, "co-working", child, "North", asked, new Details(details));
    }

    /** A co-working request about this child, raised on Monday. */
    public static Request coWorking(String id, String ehm) {
        return coWorking(id, ehm, Map.of());
    }

    /** A co-working request with these details besides the usual ones. */
    public static Request coWorking(String id, String ehm, Map<String, String> details) {
        Map<String, String> all = new HashMap<>(Map.of(
                "teamManager", "Helen Marsh", "socialWorkerEmail", "sam.ellery@shire.example", "evidenceBased", "N"));
        all.putAll(details);
        return new Request(SHIRE, SourceSystem.LCS, id, "co-working", child(ehm), "North", MONDAY, new Details(all));
    }

    /** A step-up about this child, raised on Monday with the agreement recorded. */
    public static Request stepUp(String id, String ehm, Map<String, String> details) {
        Map<String, String> all = new HashMap<>(Map.of(
                "agreedWith", "Helen Marsh", "raisedByEmail", "jo.bright@shire.example", "immediateSafety", "N"));
        all.putAll(details);
        return new Request(SHIRE, SourceSystem.EHM, id, "step-up", child(ehm), "North", MONDAY, new Details(all));
    }

    /** A general note about this child, dated the day before Monday. */
    public static Note note(String id, String ehm, String text) {
        return new Note(
                id,
                child(ehm),
                "General Note",
                LocalDate.of(2026, 11, 15),
                null,
                "Jo Bright",
                "Early Help Locality Manager",
                "Contact",
                text,
                null);
    }

    /** The same request about this child. */
    public static Request about(Request request, Child child) {
        return like(request, child, request.locality(), request.requestedAt());
    }

    /** The same request from this locality. */
    public static Request inLocality(Request request, String locality) {
        return like(request, request.child(), locality, request.requestedAt());
    }

    /** The same request, raised then. */
    public static Request askedAt(Request request, Instant at) {
        return like(request, request.child(), request.locality(), at);
    }

    private static Request like(Request request, Child child, String locality, @Nullable Instant requestedAt) {
        return new Request(
                request.authority(),
                request.source(),
                request.sourceId(),
                request.type(),
                child,
                locality,
                requestedAt,
                request.details());
    }

    /** The same note about this child. */
    public static Note about(Note note, Child child) {
        return new Note(
                note.noteId(),
                child,
                note.type(),
                note.date(),
                note.recordedAt(),
                note.author(),
                note.authorRole(),
                note.subject(),
                note.text(),
                note.problem());
    }

    /** The invented council's protocol: co-working needs a note, evidence-based work goes to the hub, step-ups to MASH. */
    public static Protocol protocol() {
        EvidenceRule rule = new EvidenceRule(
                "discussion-note",
                "SHI-1",
                Set.of("General Note"),
                Set.of("Early Help Locality Manager"),
                Set.of(),
                "co-working",
                28,
                "teamManager",
                "",
                true,
                new Phrases(Map.of("co-working", List.of("co-working")), Map.of()));
        Missing missing = new Missing(
                Consequence.RETURN,
                "SHI-2",
                "evidence-required",
                "Evidence of a discussion is required.",
                List.of(new Notice("returned", List.of("requester"))));
        RequestRules coWorking = new RequestRules(
                "co-working",
                "Co-working request",
                Urgency.NEVER,
                List.of(new EvidenceStep.ByNote(rule, Condition.ALWAYS, missing, Elsewhere.NOWHERE)),
                List.of(vague("vague-work"), vague("vague-outcomes")),
                List.of(
                        new DestinationRule(
                                "SHI-22", detail("evidenceBased", "Y"), new Destination.Hub(), "Sent to the hub."),
                        new DestinationRule(
                                "SHI-3",
                                Condition.ALWAYS,
                                new Destination.Tray(
                                        "locality", Map.of("North", "North tray"), "Which locality is it in?"),
                                "Sent to the locality's tray.")),
                List.of(),
                "Return it on Liquidlogic.",
                "SHI-24");
        RequestRules stepUp = new RequestRules(
                "step-up",
                "Step-up",
                new Urgency(
                        "SHI-19",
                        facts -> !facts.request()
                                .details()
                                .text("immediateSafety")
                                .equals("N"),
                        facts -> !facts.request().details().text("phonedMashAt").isEmpty(),
                        "Phone MASH now.",
                        List.of(new Notice("urgent-alert", List.of("raiser", "duty")))),
                List.of(new EvidenceStep.ByRecord(
                        "recorded-agreement",
                        "SHI-14",
                        facts -> !facts.request().details().text("agreedWith").isEmpty(),
                        new Missing(
                                Consequence.RETURN,
                                "SHI-14",
                                "agreement-required",
                                "The agreement is not recorded.",
                                List.of(new Notice("step-up-returned", List.of("raiser")))))),
                List.of(),
                List.of(new DestinationRule(
                        "SHI-16",
                        Condition.ALWAYS,
                        new Destination.Mash("mash-referral", List.of("mash")),
                        "Sent to MASH.")),
                List.of(
                        new ClockRule("mash-decision", "SHI-16", ClockRule.Event.DELIVERED, new Within.WorkingDays(1)),
                        new ClockRule("resubmission", "SHI-14", ClockRule.Event.RETURNED, new Within.WorkingDays(1))),
                "",
                "SHI-24");
        Directory directory = new Directory(
                Map.of(
                        "requester", new Post("socialWorkerEmail", "", Map.of(), "office@shire.example"),
                        "raiser", new Post("raisedByEmail", "", Map.of(), "office@shire.example"),
                        "duty", new Post("", "", Map.of(), "duty@shire.example"),
                        "mash", new Post("", "", Map.of(), "mash@shire.example")),
                Set.of("shire.example"));
        return new Protocol(
                SHIRE,
                "SHI",
                new ProtocolVersion("2026.1", "0".repeat(64)),
                ZoneId.of("Europe/London"),
                Duration.ofHours(12),
                Map.of("co-working", coWorking, "step-up", stepUp),
                directory,
                day -> day.getDayOfWeek().getValue() < 6,
                new Limits(
                        Duration.ofHours(1),
                        Duration.ofDays(2),
                        Duration.ofDays(1),
                        Duration.ofHours(1),
                        Limits.RETRIED,
                        Limits.HUB_REPLY,
                        List.of(
                                standstill("Office", null, "requester"),
                                standstill("Duty", new Within.WorkingDays(1), "duty"))));
    }

    private static ClockRule.Telling standstill(String title, @Nullable Within after, String post) {
        return new ClockRule.Telling("", title, after, false, List.of(new Notice("standstill", List.of(post))));
    }

    /** A clock that shows what it is given. */
    public static Clock clock(Supplier<Instant> time) {
        return new Clock() {
            @Override
            public Instant instant() {
                return time.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneId.of("UTC");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("tests tell the time, not the zone");
            }
        };
    }

    /** A feed of the invented council, each of whose files holds everything, or only what is new. */
    public static Feed feed(String id, Feed.Kind kind, boolean full) {
        return new Feed(
                id,
                "file:inbox/shire/" + id,
                "inbox/shire/" + id,
                Pattern.compile(Pattern.quote(id) + ".*\\.csv"),
                "",
                kind,
                List.of(),
                true,
                full,
                Duration.ofHours(36),
                new Mapping(
                        org.stepbridge.casework.Layout.text(StandardCharsets.UTF_8, ','),
                        Set.of(),
                        List.of(),
                        Map.of()));
    }

    /** Only the invented council's pack, with these feeds. */
    public static Packs packs(Feed... feeds) {
        return packs(protocol(), feeds);
    }

    /** The same with these clocks alone on its step-ups. */
    public static Packs packsWithClocksOnStepUps(ClockRule... clocks) {
        return packsWithStepUps(List.of(clocks), FollowUp.NONE);
    }

    /** The same with this asked of its step-ups once they are decided. */
    public static Packs packsWithFollowUpOfStepUps(FollowUp followUp) {
        return packsWithStepUps(List.of(), followUp);
    }

    private static Packs packsWithStepUps(List<ClockRule> clocks, FollowUp followUp) {
        Protocol protocol = protocol();
        RequestRules rules = Objects.requireNonNull(protocol.requests().get("step-up"));
        RequestRules changed = new RequestRules(
                rules.type(),
                rules.title(),
                rules.urgency(),
                rules.evidence(),
                rules.checks(),
                rules.destinations(),
                clocks,
                rules.returnTask(),
                rules.recordingClause(),
                followUp);
        return packs(new Protocol(
                protocol.authority(),
                protocol.code(),
                protocol.version(),
                protocol.zone(),
                protocol.grace(),
                Map.of("step-up", changed),
                protocol.directory(),
                protocol.workingDays(),
                protocol.limits()));
    }

    private static Packs packs(Protocol protocol, Feed... feeds) {
        Pack pack = new Pack(
                "Shire",
                protocol,
                List.of(feeds),
                new Pack.MailIdentity("stepbridge@shire.example", "shire.example"),
                Map.of());
        return new Packs() {
            @Override
            public List<Pack> live() {
                return List.of(pack);
            }

            @Override
            public Map<String, List<String>> refused() {
                return Map.of();
            }
        };
    }

    /** A check that speaks of a request for nothing but support. */
    private static Check vague(String id) {
        return new Check(
                id,
                "SHI-4",
                detail("workRequired", "support"),
                Consequence.FLAG,
                "It is vague.",
                List.of(new Notice("say-more", List.of("requester"))));
    }

    private static Condition detail(String field, String value) {
        return facts -> facts.request().details().text(field).equals(value);
    }
}
