package org.stepbridge.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Layout;
import org.stepbridge.casework.Mapping;
import org.stepbridge.casework.Mapping.Codes;
import org.stepbridge.casework.Mapping.Column;
import org.stepbridge.casework.Mapping.Headers;
import org.stepbridge.casework.Mapping.Others;

/** The feeds of an invented council, like those of contract.md §3. */
final class Feeds {
    static final String STAMP = "20261120T0600";
    static final List<String> DAYS = List.of("dd/MM/uuuu", "uuuu-MM-dd");
    static final List<String> TIMES =
            List.of("dd/MM/uuuu HH:mm", "dd/MM/uuuu HH:mm:ss", "uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd HH:mm:ss.SSS");
    private static final Map<String, String> YES_NO = Map.of("Y", "Y", "Yes", "Y", "1", "Y", "N", "N", "No", "N");

    private Feeds() {}

    static Feed transfers() {
        return feed(
                "lcs-transfers",
                "inbox/shire/lcs",
                Feed.Kind.LCS_REQUESTS,
                Map.of(),
                required("sourceId", "TransferID"),
                new Column(
                        "type",
                        Headers.of("TransferType"),
                        Mapping.Type.TEXT,
                        List.of(),
                        true,
                        new Codes(
                                Map.of("Co-working", "co-working", "Coworking", "co-working", "Step-Down", "step-down"),
                                Others.KEEP)),
                new Column(
                        "evidenceBased",
                        Headers.of("EvidenceBased"),
                        Mapping.Type.TEXT,
                        List.of(),
                        false,
                        new Codes(YES_NO, Others.KEEP)),
                text("programme", "Programme"),
                text("lcsPersonId", "LCSPersonID", "LCS ID"),
                text("ehmPersonId", "EHMPersonID"),
                text("nhsNumber", "NHSNumber"),
                text("upn", "UPN"),
                text("surname", "Surname"),
                text("forename", "Forename"),
                day("dateOfBirth", "DateOfBirth", false),
                text("locality", "Locality"),
                new Column("requestedAt", Headers.of("RequestedAt"), Mapping.Type.DATE_TIME, TIMES, true, Codes.NONE),
                text("socialWorker", "SocialWorker"),
                text("socialWorkerEmail", "SocialWorkerEmail"),
                text("team", "Team"),
                text("teamManager", "TeamManager"),
                text("workRequired", "WorkRequired"),
                text("desiredOutcomes", "DesiredOutcomes"),
                text("planType", "PlanType"),
                text("consentObtained", "ConsentObtained"));
    }

    static Feed stepUps() {
        return feed(
                "ehm-stepups",
                "inbox/shire/ehm",
                Feed.Kind.EHM_REQUESTS,
                Map.of("type", "step-up"),
                required("sourceId", "StepUpID"),
                text("ehmPersonId", "EHMPersonID"),
                text("lcsPersonId", "LCSPersonID"),
                text("nhsNumber", "NHSNumber"),
                text("surname", "Surname"),
                text("forename", "Forename"),
                day("dateOfBirth", "DateOfBirth", false),
                text("locality", "Locality"),
                new Column("requestedAt", Headers.of("RequestedAt"), Mapping.Type.DATE_TIME, TIMES, false, Codes.NONE),
                text("raisedBy", "RaisedBy"),
                text("raisedByRole", "RaisedByRole"),
                text("raisedByEmail", "RaisedByEmail"),
                text("agreedWith", "AgreedWith"),
                text("agreedWithRole", "AgreedWithRole"),
                new Column("agreedAt", Headers.of("AgreedAt"), Mapping.Type.DATE_TIME, TIMES, false, Codes.NONE),
                text("agreement", "Agreement"),
                text("concerns", "Concerns"),
                text("immediateSafety", "ImmediateSafety"));
    }

    static Feed notes() {
        return notes(new Column[0]);
    }

    /** Notes that may stand on the episode of a whole family. */
    static Feed familyNotes() {
        return notes(text("familyEpisodeId", "EpisodeID"));
    }

    private static Feed notes(Column... more) {
        return feed(
                "ehm-notes",
                "inbox/shire/ehm",
                Feed.Kind.NOTES,
                Map.of(),
                Stream.concat(
                                Stream.of(
                                        required("noteId", "NoteID"),
                                        text("ehmPersonId", "EHMPersonID"),
                                        text("lcsPersonId", "LCSPersonID"),
                                        text("nhsNumber", "NHSNumber"),
                                        text("surname", "Surname"),
                                        text("forename", "Forename"),
                                        day("dateOfBirth", "DateOfBirth", false),
                                        required("noteType", "NoteType"),
                                        day("noteDate", "NoteDate", true),
                                        new Column(
                                                "recordedAt",
                                                Headers.of("RecordedAt"),
                                                Mapping.Type.DATE_TIME,
                                                TIMES,
                                                false,
                                                Codes.NONE),
                                        text("author", "Author"),
                                        required("authorRole", "AuthorRole"),
                                        text("subject", "Subject"),
                                        required("text", "Text", "Note Text")),
                                Stream.of(more))
                        .toArray(Column[]::new));
    }

    static Feed merges() {
        return feed(
                "person-merges",
                "inbox/shire/lcs",
                Feed.Kind.PERSON_MERGES,
                Map.of(),
                text("lcsPersonId", "LCSPersonID"),
                text("ehmPersonId", "EHMPersonID"),
                text("intoLcsPersonId", "IntoLCSPersonID"),
                text("intoEhmPersonId", "IntoEHMPersonID"),
                day("mergedOn", "MergedOn", true));
    }

    /** The same feed with another charset and delimiter. */
    static Feed written(Feed feed, Charset charset, char delimiter) {
        Mapping mapping = feed.mapping();
        return with(
                feed,
                new Mapping(Layout.text(charset, delimiter), mapping.nullWords(), mapping.columns(), mapping.fixed()));
    }

    /** The same feed, for which a file with headings and no rows does not mean that nothing happened. */
    static Feed neverEmpty(Feed feed) {
        return new Feed(
                feed.id(),
                feed.uri(),
                feed.directory(),
                feed.fileName(),
                feed.extractTime(),
                feed.kind(),
                feed.after(),
                false,
                feed.full(),
                feed.silence(),
                feed.mapping());
    }

    /** The name of a file of this feed, with this extract time. */
    static String name(Feed feed, String stamp) {
        return feed.id() + "-" + stamp + ".csv";
    }

    /** The same feed with another mapping. */
    static Feed with(Feed feed, Mapping mapping) {
        return new Feed(
                feed.id(),
                feed.uri(),
                feed.directory(),
                feed.fileName(),
                feed.extractTime(),
                feed.kind(),
                feed.after(),
                feed.headerOnly(),
                feed.full(),
                feed.silence(),
                mapping);
    }

    private static Feed feed(
            String id, String directory, Feed.Kind kind, Map<String, String> fixed, Column... columns) {
        return new Feed(
                id,
                "file:" + directory,
                directory,
                Pattern.compile("^" + id + "-(?<stamp>\\d{8}T\\d{4})\\.[a-z]+$"),
                "uuuuMMdd'T'HHmm",
                kind,
                List.of(),
                true,
                true,
                Duration.ofHours(36),
                new Mapping(
                        Layout.text(StandardCharsets.UTF_8, ','),
                        Set.of("-1", "NULL", "N/A"),
                        List.of(columns),
                        fixed));
    }

    private static Column text(String field, String... headings) {
        return new Column(field, Headers.of(headings), Mapping.Type.TEXT, List.of(), false, Codes.NONE);
    }

    private static Column required(String field, String... headings) {
        return new Column(field, Headers.of(headings), Mapping.Type.TEXT, List.of(), true, Codes.NONE);
    }

    private static Column day(String field, String heading, boolean required) {
        return new Column(field, Headers.of(heading), Mapping.Type.DATE, DAYS, required, Codes.NONE);
    }

    /** The headings of a feed's exports, in the order of its mapping. */
    static List<String> headings(Feed feed) {
        return feed.mapping().columns().stream()
                .flatMap(column -> Stream.of(column.headers().first()))
                .toList();
    }
}
