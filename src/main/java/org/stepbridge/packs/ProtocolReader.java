package org.stepbridge.packs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepbridge.casework.Nearest;
import org.stepbridge.casework.TemplateFields;
import org.stepbridge.evidence.Phrases;
import org.stepbridge.evidence.Says;
import org.stepbridge.model.Authority;
import org.stepbridge.model.ProtocolVersion;
import org.stepbridge.protocol.Directory;
import org.stepbridge.protocol.Limits;
import org.stepbridge.protocol.Protocol;
import org.stepbridge.protocol.RequestRules;
import org.stepbridge.protocol.WorkingDays;

/** Reads {@code protocol.yaml}. */
final class ProtocolReader {
    private final Item root;
    private final Feeds feeds;
    private final Directory directory;
    private final Messages messages;

    ProtocolReader(Item root, Feeds feeds, Directory directory, Messages messages) {
        this.root = root;
        this.feeds = feeds;
        this.directory = directory;
        this.messages = messages;
    }

    Protocol protocol(String contentHash) {
        Pieces pieces = pieces();
        return new Protocol(
                new Authority(root.text("authority")),
                root.text("code"),
                new ProtocolVersion(root.text("protocolVersion"), contentHash),
                zone(),
                Lengths.duration(root.at("freshness").text("grace")),
                requests(pieces),
                directory,
                workingDays(),
                limits(root.at("limits"), pieces));
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(root.text("zone"));
        } catch (DateTimeException e) {
            root.at("zone")
                    .wrong("'" + root.text("zone") + "' is no time zone"
                            + Nearest.hint(root.text("zone"), ZoneId.getAvailableZoneIds()));
            return ZoneOffset.UTC;
        }
    }

    private Pieces pieces() {
        Clauses clauses = new Clauses(root);
        return new Pieces(
                clauses,
                new Roles(root, clauses),
                new Trays(root),
                phrases(),
                messages,
                root.entries("ladders"),
                root.entries("meetings"),
                new Openings(root, feeds),
                directory.posts().keySet());
    }

    private Map<String, RequestRules> requests(Pieces pieces) {
        Map<String, WordList> lists = new HashMap<>(pieces.roles().lists());
        root.at("lists")
                .node()
                .propertyNames()
                .forEach(name ->
                        lists.put("lists." + name, new WordList(root.at("lists").texts(name))));
        Vague vague = vague(root.at("vague"));
        Map<String, RequestRules> requests = new LinkedHashMap<>();
        root.entries("requests").forEach((type, request) -> {
            Set<String> fields = new HashSet<>(feeds.fields(type));
            fields.addAll(FollowUpReader.earlierFields(request));
            fields.addAll(pieces.openings().fields(type));
            Conditions conditions = new Conditions(new Names(fields, lists), vague, feeds.codedWords(type));
            requests.put(type, new RequestReader(request, pieces, conditions, fields).rules());
        });
        return requests;
    }

    private static Vague vague(Item vague) {
        return new Vague(vague.number("shorterThan"), vague.texts("phrases"), vague.texts("fillers"));
    }

    private Phrases phrases() {
        Item phrases = root.at("phrases");
        Map<String, List<String>> kinds = new HashMap<>();
        phrases.entries("kinds")
                .keySet()
                .forEach(kind -> kinds.put(kind, phrases.at("kinds").texts(kind)));
        Map<Says, List<String>> says = new HashMap<>();
        phrases.entries("says")
                .keySet()
                .forEach(word ->
                        says.put(Words.of(Says.class, word), phrases.at("says").texts(word)));
        return new Phrases(kinds, says);
    }

    private WorkingDays workingDays() {
        Set<LocalDate> off = new HashSet<>();
        for (Item day : root.items("holidays")) {
            try {
                off.add(LocalDate.parse(day.text()));
            } catch (DateTimeException e) {
                day.wrong("'" + day.text() + "' is no day of the calendar; correct it");
            }
        }
        return new BankHolidays(root.text("calendar"), off);
    }

    private static Limits limits(Item limits, Pieces pieces) {
        return new Limits(
                Lengths.duration(limits.text("unreadFile")),
                Lengths.duration(limits.text("waiting")),
                Lengths.duration(limits.text("held")),
                Lengths.duration(limits.text("undelivered")),
                limits.find("retried").map(Item::text).map(Lengths::duration).orElse(Limits.RETRIED),
                limits.find("hubReply").map(Item::text).map(Lengths::duration).orElse(Limits.HUB_REPLY),
                pieces.rungs(limits, "", TemplateFields.STANDSTILL));
    }
}
