package org.stepbridge.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.stepbridge.casework.Document;
import org.stepbridge.casework.DocumentStore;
import org.stepbridge.casework.Documents;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Child;
import org.stepbridge.model.Considered;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Details;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.Flag;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.NhsNumber;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.ProtocolVersion;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;
import org.stepbridge.model.SourceSystem;
import org.stepbridge.model.Span;
import org.stepbridge.model.Verdict;
import org.stepbridge.protocol.Consequence;
import org.stepbridge.protocol.Directory;
import org.stepbridge.protocol.EvidenceStep;
import org.stepbridge.protocol.Limits;
import org.stepbridge.protocol.Missing;
import org.stepbridge.protocol.Protocol;
import org.stepbridge.protocol.RequestRules;
import org.stepbridge.protocol.Urgency;

/** An invented council and its parcels, each plain and complete until a test says otherwise. */
public final class Fixtures {
    /** The council. */
    public static final Authority BOROUGH = new Authority("borough");

    public static final Instant DECIDED = Instant.parse("2026-07-01T08:30:00Z");
    public static final UUID DELIVERY = UUID.fromString("11111111-2222-3333-4444-555555555555");
    public static final String REFERRAL_TEXT = "{{agreementLine}}\n{{#facts}}{{label}}: {{value}}\n{{/facts}}";
    public static final String REFERRAL_PAGE =
            "<p>{{agreementLine}}</p><dl>{{#facts}}<dt>{{label}}</dt><dd>{{value}}</dd>{{/facts}}</dl>";
    public static final String RETURNED =
            "Subject: Returned: {{reference}} {{sourceId}}\n\nDear {{workerName}},\n\n{{reason}} ({{clause}})\n";

    private Fixtures() {}

    public static Pack pack() {
        return pack(Map.of(
                "mash-referral.txt", REFERRAL_TEXT, "mash-referral.html", REFERRAL_PAGE, "returned.txt", RETURNED));
    }

    public static Pack pack(Map<String, String> messages) {
        Missing missing = new Missing(Consequence.RETURN, "BOR-2", "agreement", "Nothing is recorded.", List.of());
        EvidenceStep agreed = new EvidenceStep.ByRecord(
                "agreement",
                "BOR-2",
                facts -> !facts.request().details().text("agreedWith").isEmpty(),
                missing);
        RequestRules stepUp = new RequestRules(
                "step-up", "Step-up", Urgency.NEVER, List.of(agreed), List.of(), List.of(), List.of(), "", "");
        RequestRules coWorking = new RequestRules(
                "co-working", "Co-working request", Urgency.NEVER, List.of(), List.of(), List.of(), List.of(), "", "");
        Protocol protocol = new Protocol(
                BOROUGH,
                "BOR",
                new ProtocolVersion("1", "0"),
                ZoneId.of("Europe/London"),
                Duration.ZERO,
                Map.of("step-up", stepUp, "co-working", coWorking),
                new Directory(Map.of(), Set.of("borough.example")),
                day -> true,
                new Limits(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO));
        return new Pack(
                "Borough",
                protocol,
                List.of(),
                new Pack.MailIdentity("stepbridge@borough.example", "stepbridge.borough.example"),
                messages);
    }

    public static Packs packs(Pack pack) {
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

    public static Child child() {
        return new Child(
                new LcsId("5001"),
                new EhmId("7001"),
                new NhsNumber("9434765919"),
                null,
                "O'Neill",
                "Zoë",
                LocalDate.of(2015, 2, 3));
    }

    public static Request coWorking(String... changes) {
        return request(SourceSystem.LCS, "TR1", "co-working", changes);
    }

    public static Request stepUp(String... changes) {
        return request(SourceSystem.EHM, "SU1", "step-up", changes);
    }

    private static Request request(SourceSystem source, String id, String type, String... changes) {
        Map<String, String> details = new TreeMap<>(Map.ofEntries(
                Map.entry("socialWorker", "Jo Bright"),
                Map.entry("socialWorkerEmail", "jo.bright@borough.example"),
                Map.entry("team", "Assessment Team 1"),
                Map.entry("teamManager", "Helen Marsh"),
                Map.entry("programme", "Sleep Tight"),
                Map.entry("workRequired", "A weekly visit for eight weeks"),
                Map.entry("desiredOutcomes", "In school every day")));
        if (type.equals("step-up")) {
            details = new TreeMap<>(Map.ofEntries(
                    Map.entry("raisedBy", "Nia Pryce"),
                    Map.entry("raisedByRole", "Senior Practitioner"),
                    Map.entry("raisedByEmail", "nia.pryce@borough.example"),
                    Map.entry("agreedWith", "Helen Marsh"),
                    Map.entry("agreedWithRole", "Team Manager"),
                    Map.entry("agreedAt", "2026-07-01T08:00"),
                    Map.entry("agreement", "STEP-UP"),
                    Map.entry("concerns", "Hungry at school on three days"),
                    Map.entry("immediateSafety", "N"),
                    Map.entry("parentsInformed", "Y"),
                    Map.entry("levelOfNeed", "4")));
        }
        for (int i = 0; i < changes.length; i += 2) {
            details.put(changes[i], changes[i + 1]);
        }
        return new Request(
                BOROUGH,
                source,
                id,
                type,
                child(),
                "North",
                Instant.parse("2026-01-05T09:00:00Z"),
                new Details(details));
    }

    public static Decision decision(Outcome outcome) {
        Considered note = new Considered(
                "N1",
                LocalDate.of(2026, 6, 30),
                "Priti Shah",
                "Locality Manager",
                true,
                "It confirms the agreement.",
                List.of(new Span(Span.Where.TEXT, 0, 17, "co-working agreed")));
        return new Decision(
                outcome,
                "Decided as the protocol says.",
                List.of(new Reason("because", "BOR-1", "This is why.")),
                List.of(new Flag("vague-work", "BOR-4", "The work is vague."), new Flag("late-note", "", "Late.")),
                new Verdict.Evidenced(note, List.of(), List.of(note)),
                List.of(),
                List.of(),
                List.of(),
                new ProtocolVersion("1", "0"));
    }

    public static Parcel.Item item(Request request, Outcome outcome) {
        return new Parcel.Item(new Reference("BOR-2026-000123"), request, decision(outcome), DECIDED);
    }

    public static Parcel parcel(Channel channel, Parcel.Item... items) {
        return new Parcel(DELIVERY, 1, channel, BOROUGH, "a.csv", "", List.of(), false, 1, false, List.of(items));
    }

    public static Parcel mail(Channel channel, String template, Parcel.Item item, String... recipients) {
        return new Parcel(
                DELIVERY, 1, channel, BOROUGH, "", template, List.of(recipients), false, 1, false, List.of(item));
    }

    /** Documents that nobody has. */
    public static Documents noDocuments() {
        return new Documents((request, names) -> List.of(), new DocumentStore() {
            @Override
            public List<Document> kept(UUID delivery) {
                return List.of();
            }

            @Override
            public void keep(UUID delivery, List<Document> documents) {
                // nothing is kept of nothing
            }
        });
    }

    public static Parcel referral(Request request, boolean urgent) {
        return mail(
                Channel.MASH_EMAIL,
                "mash-referral",
                item(request, new Outcome.ForMash(urgent)),
                "mash@borough.example");
    }
}
