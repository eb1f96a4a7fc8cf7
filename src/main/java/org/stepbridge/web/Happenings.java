package org.stepbridge.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepbridge.casework.CaseFile;
import org.stepbridge.casework.Course;
import org.stepbridge.casework.Pack;
import org.stepbridge.model.Channel;
import org.stepbridge.model.DeliveryState;
import org.stepbridge.model.RequestState;

/** What the audit has about a request, for whoever works on it: in the words of the pages, without ids of machines. */
record Happenings(CaseFile file, Pack pack) {
    private static final Pattern DECIDED = Pattern.compile(
            "(?<why>.*), version \\d+: (?<state>[a-z-]+) by(?<clauses>[^,]*), protocol (?<protocol>\\S+).*");
    private static final Pattern SENT = Pattern.compile("(?<channel>[a-z-]+) [^ :]+(: (?<why>.*))?", Pattern.DOTALL);
    private static final Pattern CLOCK =
            Pattern.compile("(?<clock>[^ ]+) \\((?<clause>[^)]*)\\): (?<how>.*)", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile(
            " ?\\(?\\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,})\\b\\)?");

    /** What somebody did, with "by" behind it. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("use-note", "A note chosen as the evidence"),
            Map.entry("forward", "Sent on"),
            Map.entry("return", "Returned"),
            Map.entry("recheck", "Checked again"),
            Map.entry("close", "Closed"),
            Map.entry("disagree", "Disagreement recorded"),
            Map.entry("happen", "Recorded"),
            Map.entry("tick-item", "Seen to"),
            Map.entry("tick-task", "Task ticked off"),
            Map.entry("meet-clock", "Deadline marked as met"),
            Map.entry("record-phone-call", "Phone call recorded"),
            Map.entry("record-outcome", "Outcome recorded"),
            Map.entry("resend", "Sent again"),
            Map.entry("give-up", "Delivery given up"),
            Map.entry("mark-delivered", "Delivery marked as arrived"),
            Map.entry("recovered", "Sending taken up again"),
            Map.entry("viewed-message", "Message looked at"),
            Map.entry("read-incoming", "Post that came back read"),
            Map.entry("came-back", "Something came back"),
            Map.entry("opened", "Another request opened"),
            Map.entry("clock met", "Deadline met"),
            Map.entry("clock half met", "Deadline half met"),
            Map.entry("clock not met", "Deadline not met yet"),
            Map.entry("clock restarted", "Deadline counted afresh"),
            Map.entry("clock told", "People told of a deadline"));

    static List<AuditWords.Line> of(CaseFile file, Pack pack) {
        Happenings happenings = new Happenings(file, pack);
        return file.timeline().stream().map(happenings::line).toList();
    }

    private AuditWords.Line line(CaseFile.Entry entry) {
        String what = WORDS.getOrDefault(entry.action(), AuditWords.action(entry.action()));
        String detail = entry.detail();
        Matcher decided = DECIDED.matcher(detail);
        if (entry.action().equals("decided") && decided.matches()) {
            what = "Decided: " + state(decided.group("state"));
            detail = decided(decided);
        } else if (entry.action().startsWith("clock ")) {
            detail = clock(detail);
        } else if (about(entry)) {
            detail = sent(detail);
        } else if (entry.action().equals("read-incoming")) {
            detail = "";
        } else {
            detail = AuditWords.called(deed(detail), pack.zone());
        }
        return new AuditWords.Line(
                Times.moment(entry.at(), pack.zone()),
                AuditWords.actor(entry.actor()),
                what,
                ID.matcher(detail).replaceAll("").strip(),
                entry.detail());
    }

    private static String state(String label) {
        return RequestState.named(label).map(StateWords::title).orElse(label);
    }

    private static String decided(Matcher entry) {
        String why = entry.group("why");
        String clauses = entry.group("clauses").strip().replace(" ", ", ");
        return (why.startsWith("taken in") ? "Taken in from an export" : sentence(why.replace("by user:", "by ")))
                + ". "
                + (clauses.isEmpty() ? "Protocol " : "By " + clauses + " of protocol ")
                + entry.group("protocol") + ".";
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static boolean about(CaseFile.Entry entry) {
        return entry.action().equals("recovered")
                || entry.action().equals("viewed-message")
                || Arrays.stream(DeliveryState.values())
                        .anyMatch(state -> state.label().equals(entry.action()));
    }

    private static String sent(String detail) {
        Matcher sent = SENT.matcher(detail);
        return sent.matches()
                ? channel(sent.group("channel"))
                        + Optional.ofNullable(sent.group("why"))
                                .map(why -> ": " + why)
                                .orElse("")
                : detail;
    }

    private static String channel(String label) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.label().equals(label))
                .findFirst()
                .map(Happenings::one)
                .orElse(label);
    }

    private static String one(Channel channel) {
        return switch (channel) {
            case HUB -> "Message to the hub";
            case MASH_EMAIL -> "Email to MASH";
            case NOTICE_EMAIL -> "Notice by email";
            default -> DeliveryTable.title(channel);
        };
    }

    private String clock(String detail) {
        Matcher clock = CLOCK.matcher(detail);
        return clock.matches()
                ? pack.clockTitle(file.request().type(), clock.group("clock"))
                        + (clock.group("clause").isEmpty() ? "" : " (" + clock.group("clause") + ")") + ": "
                        + happened(clock.group("how"))
                : detail;
    }

    /** What met a clock, where the protocol has a name for it. */
    private String happened(String how) {
        String met = "met:";
        return how.startsWith(met)
                ? pack.clockTitle(file.request().type(), how.substring(met.length())) + " is met"
                : title(how).orElse(how);
    }

    /** A deed starts with what of the protocol it was, where its name alone does not say it. */
    private String deed(String detail) {
        String words = AuditWords.withoutKey(detail);
        int end = words.indexOf(": ");
        return end < 0
                ? title(words).orElse(words)
                : title(words.substring(0, end))
                        .map(title -> title + (title.endsWith(".") ? " " : ": ") + words.substring(end + 2))
                        .orElse(words);
    }

    private Optional<String> title(String name) {
        Course course = pack.course();
        return course.event(file.request(), name)
                .map(Course.Event::title)
                .or(() -> course.checklist(file.request().type()).stream()
                        .filter(item -> item.id().equals(name))
                        .findFirst()
                        .map(Course.Item::text));
    }
}
