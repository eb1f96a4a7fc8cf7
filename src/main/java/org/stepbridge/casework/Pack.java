package org.stepbridge.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stepbridge.model.Authority;
import org.stepbridge.model.ProtocolVersion;
import org.stepbridge.model.Request;
import org.stepbridge.model.Sitting;
import org.stepbridge.protocol.ClockRule;
import org.stepbridge.protocol.Destination;
import org.stepbridge.protocol.DestinationRule;
import org.stepbridge.protocol.EvidenceStep;
import org.stepbridge.protocol.Facts;
import org.stepbridge.protocol.Protocol;

/**
 * A loaded protocol pack.
 *
 * @param title what people call the authority
 * @param protocol its rules
 * @param feeds where its exports come from and how their columns map
 * @param mail how its mail is addressed
 * @param messages file name under {@code messages/} to the template's text
 * @param plain all of it in plain English
 */
public record Pack(
        String title,
        Protocol protocol,
        List<Feed> feeds,
        MailIdentity mail,
        Map<String, String> messages,
        PlainPack plain) {
    public Pack {
        feeds = List.copyOf(feeds);
        messages = Map.copyOf(messages);
    }

    /** A pack that nobody reads. */
    public Pack(String title, Protocol protocol, List<Feed> feeds, MailIdentity mail, Map<String, String> messages) {
        this(title, protocol, feeds, mail, messages, PlainPack.NONE);
    }

    /**
     * How an authority's mail is addressed.
     *
     * @param from the sender's address
     * @param domain the domain on the right of each Message-ID
     */
    public record MailIdentity(String from, String domain) {}

    /** Whose pack it is. */
    public Authority authority() {
        return protocol.authority();
    }

    /** The feed of this id, if there is one. */
    public Optional<Feed> feed(String id) {
        return feeds.stream().filter(feed -> feed.id().equals(id)).findFirst();
    }

    /** The three capital letters that its references start with. */
    public String code() {
        return protocol.code();
    }

    /** Which version of the protocol decides, with the hash of its content. */
    public ProtocolVersion version() {
        return protocol.version();
    }

    /** The time zone of its exports and pages. */
    public ZoneId zone() {
        return protocol.zone();
    }

    /** How old a file in an inbox may become before people are told (G9). */
    public Duration unreadFileLimit() {
        return protocol.limits().unreadFile();
    }

    /** What people are told of its feeds. */
    public FeedAlerts feedAlerts() {
        return new FeedAlerts(protocol.workingDays(), zone());
    }

    /** How many of its working days there are after the first day, up to the last, itself included. */
    public int workingDays(LocalDate first, LocalDate last) {
        return protocol.workingDays().between(first, last);
    }

    /** What people call this type of request; the type's own name when the protocol does not know it. */
    public String typeTitle(String type) {
        var rules = protocol.requests().get(type);
        return rules == null ? type : rules.title();
    }

    /** What people call this clock; its own name in words when the protocol does not know it. */
    public String clockTitle(String type, String clock) {
        return protocol.clock(type, clock)
                .map(ClockRule::title)
                .orElseGet(() -> Character.toUpperCase(clock.charAt(0))
                        + clock.substring(1).replace('-', ' '));
    }

    /** What people call each type of request, by the type's own name. */
    public Map<String, String> typeTitles() {
        Map<String, String> titles = new TreeMap<>();
        protocol.requests().forEach((type, rules) -> titles.put(type, rules.title()));
        return titles;
    }

    /** The localities that have a tray. */
    public List<String> localities() {
        String tray = "tray:";
        return protocol.requests().keySet().stream()
                .flatMap(type -> places(type).stream())
                .filter(place -> place.startsWith(tray))
                .map(place -> place.substring(tray.length()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The places that a person may send a request of this type to, as {@link org.stepbridge.model.Answer.SendTo} names them. */
    public List<String> places(String type) {
        var rules = protocol.requests().get(type);
        return rules == null ? List.of() : rules.places();
    }

    /** Each meeting that requests may go to, as it takes place next after this day. */
    public List<Sitting> meetings(LocalDate after) {
        return protocol.requests().values().stream()
                .flatMap(rules -> rules.destinations().stream())
                .map(DestinationRule::to)
                .filter(Destination.Meeting.class::isInstance)
                .distinct()
                .map(meeting -> ((Destination.Meeting) meeting).sitting(after, protocol.workingDays(), zone()))
                .toList();
    }

    /** What it says of the course of requests that are decided. */
    public Course course() {
        return new Course(protocol);
    }

    /** How old things may become before people are told (G9). */
    public AgeLimits ageLimits() {
        var limits = protocol.limits();
        return new AgeLimits(
                limits.unreadFile(), limits.waiting(), limits.held(), limits.undelivered(), limits.hubReply());
    }

    /** How long a delivery is tried before it has failed (G5). */
    public Duration retryLimit() {
        return protocol.limits().retried();
    }

    /** Whether this is a plain address in a domain that this authority allows to be written to. */
    public boolean allows(String address) {
        return protocol.directory().allows(address);
    }

    /** Whether the request's own fields give all the evidence that its type must give by them, such as an agreement. */
    public boolean evidencedByRecord(Request request, Instant at) {
        var rules = protocol.requests().get(request.type());
        Facts facts = new Facts(request, at, zone());
        return rules == null
                || rules.evidence().stream()
                        .filter(EvidenceStep.ByRecord.class::isInstance)
                        .allMatch(step ->
                                ((EvidenceStep.ByRecord) step).satisfied().holds(facts));
    }
}
