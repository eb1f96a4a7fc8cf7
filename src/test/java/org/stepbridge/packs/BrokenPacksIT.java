package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line spoils one thing in a copy of a real pack; {@code ^^} marks the place that the refusal must name. */
class BrokenPacksIT {
    private static final String PROTOCOL = "protocol.yaml";
    private static final String DIRECTORY = "directory.yaml";
    private static final String FEEDS = "feeds.yaml";

    @TempDir
    Path temp;

    static Stream<Arguments> yaml() {
        return Stream.of(
                arguments(
                        PROTOCOL,
                        "title: Rotherham\ncode: ROT",
                        "title: [Rotherham\ncode^^: ROT",
                        "this is not YAML: expected ',' or ']', but got :"),
                arguments(
                        PROTOCOL,
                        "code: ROT\n",
                        "code: ROT\n^^code: ROT\n",
                        "the key 'code' stands here twice; keep one"),
                arguments(
                        PROTOCOL,
                        "code: ROT\n",
                        "code: ^^*nothing\n",
                        "this is not YAML: found undefined alias nothing"));
    }

    static Stream<Arguments> shape() {
        return Stream.of(
                arguments(
                        PROTOCOL,
                        "requests:",
                        "^^reqests:",
                        "there is no key called 'reqests' here; did you mean 'requests'?"),
                arguments(
                        PROTOCOL,
                        "then: return",
                        "^^them: return",
                        "there is no key called 'them' here; did you mean 'then'?"),
                arguments(
                        PROTOCOL,
                        "then: return",
                        "then: ^^retrun",
                        "'retrun' cannot stand here; did you mean 'return'?"),
                arguments(PROTOCOL, "\"2021.1\"", "^^2021", "here belongs text, not a whole number; put it in quotes"),
                arguments(
                        PROTOCOL,
                        "gb-eng",
                        "^^england",
                        "'england' cannot stand here; known: gb-eng, gb-nir, gb-sct, gb-wls"),
                arguments(
                        PROTOCOL,
                        "grace: 12 hours",
                        "grace: ^^twelve hours",
                        "'twelve hours' cannot stand here. Write a length of time such as 30 minutes, 12 hours or 2 days."),
                arguments(
                        PROTOCOL,
                        "lookBack: 28 days",
                        "lookBack: ^^28 working days",
                        "'28 working days' cannot stand here. Write calendar time such as 28 days or 4 weeks."),
                arguments(
                        PROTOCOL,
                        "within: 1 working day",
                        "within: ^^1 workingday",
                        "'1 workingday' cannot stand here. Write a length of time such as 10 working days, 6 weeks "
                                + "or 24 hours, a birthday such as 25th birthday or 3 months before 18th birthday, or a day that "
                                + "the request names, such as 3 months before day:orderEndsAt."),
                arguments(
                        PROTOCOL,
                        "types: [General Note]",
                        "types: ^^General Note",
                        "here belongs a list, not text; put it in [ ]"),
                arguments(
                        PROTOCOL, "shorterThan: 20", "shorterThan: ^^twenty", "here belongs a whole number, not text"),
                arguments(
                        PROTOCOL,
                        "- id: vague-work\n        clause",
                        "- ^^clause",
                        "the key 'id' is missing; add it: Its name: the code of the reason or flag."),
                arguments(
                        PROTOCOL,
                        "  localityManager:",
                        "  ^^locality-manager:",
                        "'locality-manager' cannot be a name here. Write a name that conditions can use with letters and "
                                + "digits only, such as teamManager."),
                arguments(
                        PROTOCOL,
                        "holidays: []",
                        "holidays: [^^4 May 2027]",
                        "'4 May 2027' cannot stand here. Write a day as year-month-day, such as 2027-05-04."),
                arguments(
                        PROTOCOL,
                        "to: hub",
                        "to: ^^hubb",
                        "'hubb' cannot stand here. Write hub, mash, tray for one tray, tray:<name> with a name "
                                + "under trays, or meeting:<name> with one under meetings."),
                arguments(
                        PROTOCOL, "noteRequired: true", "noteRequired: ^^yes", "here belongs true or false, not text"),
                arguments(
                        DIRECTORY,
                        "North: early-help-north@borough.example",
                        "North: ^^early help north",
                        "'early help north' cannot stand here. Write a plain address, such as duty@council.gov.uk."),
                arguments(
                        DIRECTORY,
                        "    by: team\n    mailboxes",
                        "    ^^mailboxes",
                        "the key 'mailboxes' needs the key 'by'; add it"),
                arguments(
                        DIRECTORY,
                        "[borough.example,",
                        "[^^Borough.example,",
                        "'Borough.example' cannot stand here. Write a domain in lower case, such as council.gov.uk."),
                arguments(
                        FEEDS,
                        "kind: lcs-requests",
                        "kind: ^^lcs",
                        "'lcs' cannot stand here; known: ehm-requests, lcs-requests, notes, person-merges, records"),
                arguments(
                        FEEDS, "charset: UTF-8", "charset: ^^utf8", "'utf8' cannot stand here; did you mean 'UTF-8'?"),
                arguments(
                        FEEDS,
                        "delimiter: \",\"",
                        "delimiter: ^^\", \"",
                        "', ' cannot stand here. Write the one character between cells, such as \",\" or \"\\t\", or detect."),
                arguments(FEEDS, "\"False\"", "^^false", "here belongs text, not true or false; put it in quotes"));
    }

    static Stream<Arguments> names() {
        return Stream.of(
                arguments(
                        PROTOCOL,
                        "authority: rotherham",
                        "authority: ^^rotheram",
                        "the pack is called like its folder; write authority: rotherham"),
                arguments(
                        PROTOCOL,
                        "zone: Europe/London",
                        "zone: ^^Europe/Londn",
                        "'Europe/Londn' is no time zone; did you mean 'Europe/London'?"),
                arguments(
                        PROTOCOL,
                        "holidays: []",
                        "holidays: [^^2027-02-30]",
                        "'2027-02-30' is no day of the calendar; correct it"),
                arguments(
                        PROTOCOL,
                        "  ROT-1: A",
                        "  ^^RTO-1: A",
                        "'RTO-1' is no clause of this pack; its clauses start with ROT-"),
                arguments(
                        PROTOCOL,
                        "clause: ROT-14",
                        "clause: ^^ROT-41",
                        "the clause 'ROT-41' is not among this pack's clauses; add it there or correct it; "
                                + "did you mean 'ROT-11'?"),
                arguments(
                        PROTOCOL,
                        "to: [requester, team-manager]",
                        "to: [requester, ^^team-manger]",
                        "directory.yaml has no post called 'team-manger'; did you mean 'team-manager'?"),
                arguments(
                        PROTOCOL,
                        "template: returned",
                        "template: ^^return",
                        "there is no file messages/return.txt; did you mean 'returned.txt'?"),
                arguments(
                        PROTOCOL,
                        "template: say-more",
                        "template: ^^say-mroe",
                        "there is no file messages/say-mroe.txt; did you mean 'say-more.txt'?"),
                arguments(
                        PROTOCOL,
                        "to: [requester, locality-manager]",
                        "to: [requester, ^^localty-manager]",
                        "directory.yaml has no post called 'localty-manager'; did you mean 'locality-manager'?"),
                arguments(
                        PROTOCOL,
                        "then: hold\n",
                        "then: hold\n        notices: ^^[{ template: returned, to: [requester] }]\n",
                        "a rule that holds sends nothing; take the notices out or write flag or return"),
                arguments(
                        PROTOCOL,
                        "about: co-working",
                        "about: ^^coworking",
                        "phrases.kinds has no kind called 'coworking'; did you mean 'co-working'?"),
                arguments(
                        PROTOCOL,
                        "authorRoles: [localityManager]",
                        "authorRoles: [^^localManager]",
                        "there is no role called 'localManager'; did you mean 'localityManager'?"),
                arguments(
                        PROTOCOL,
                        "counterpart: teamManager",
                        "counterpart: ^^teamManger",
                        "no feed brings a field 'teamManger' for this type of request; did you mean 'teamManager'?"),
                arguments(
                        PROTOCOL,
                        "to: tray:locality",
                        "to: ^^tray:localities",
                        "there are no trays called 'localities'; did you mean 'locality'?"),
                arguments(
                        PROTOCOL,
                        "field: locality",
                        "field: ^^localty",
                        "no feed brings a field 'localty' for every request that goes to these trays; "
                                + "did you mean 'locality'?"),
                arguments(
                        PROTOCOL,
                        "id: vague-outcomes",
                        "id: ^^vague-work",
                        "'vague-work' names two rules of this list; give each its own name"),
                arguments(
                        PROTOCOL,
                        "- to: mash\n        clause: ROT-16\n        template: mash-referral\n        posts: [mash]",
                        "- ^^to: mash\n        clause: ROT-16\n        template: mash-referral",
                        "what goes to MASH needs the key 'posts'; add it"),
                arguments(
                        PROTOCOL,
                        "id: recorded-agreement\n        clause: ROT-14\n        record:",
                        "^^id: recorded-agreement\n        clause: ROT-14\n        note: { types: [a], about: step-up, "
                                + "authorRoles: [teamManager], lookBack: 1 day }\n        record:",
                        "evidence is proved by a note or by the request's own record; keep exactly one of note: and "
                                + "record:"),
                arguments(
                        DIRECTORY,
                        "mailbox: MASH-Referral@rotherham.gov.uk",
                        "mailbox: ^^MASH-Referral@rotherham.example",
                        "this address is not in an allowed domain; correct it or add its domain to allowedDomains "
                                + "(borough.example, rotherham.gov.uk)"),
                arguments(
                        DIRECTORY,
                        "by: team",
                        "by: ^^teem",
                        "no feed of requests brings a field 'teem'; did you mean 'team'?"));
    }

    static Stream<Arguments> conditions() {
        String vague = "vague(request.workRequired)";
        return Stream.of(
                arguments(
                        PROTOCOL,
                        vague,
                        "vague(request.^^workRequird)",
                        "no feed brings a field 'workRequird' for this type of request; did you mean 'workRequired'?"),
                arguments(
                        PROTOCOL,
                        "listed(request.agreedWithRole,",
                        "listed(request.^^socialWorkerEmail,",
                        "no feed brings a field 'socialWorkerEmail' for this type of request; known: agreedAt, agreedBy, "
                                + "agreedByRole, agreedWith, agreedWithRole, agreement, attachments, concerns, "
                                + "dateOfBirth, ehmPersonId, forename, immediateSafety, …"),
                arguments(
                        PROTOCOL,
                        vague,
                        "^^vauge(request.workRequired)",
                        "there is no function 'vauge' here; did you mean 'vague'?"),
                arguments(
                        PROTOCOL,
                        vague,
                        "request.workRequired ^^== 1",
                        "these cannot be combined: '_==_' applied to '(string, int)'; fields are texts, so compare them "
                                + "with texts in quotes"),
                arguments(
                        PROTOCOL,
                        vague,
                        "request^^.workRequired",
                        "a condition is true or false, this is not; compare it with something"),
                arguments(
                        PROTOCOL,
                        vague,
                        "^^workRequired == ''",
                        "there is nothing called 'workRequired'; write texts in quotes, fields as request.<name>"),
                arguments(PROTOCOL, vague, vague + " ||^^", "the condition stops too early; finish it"),
                arguments(PROTOCOL, vague, "vague(^^request)", "'request' alone is no value; write request.<name>"),
                arguments(
                        PROTOCOL,
                        "lists.programmes)",
                        "lists.^^programs)",
                        "there is nothing called 'programs' under lists; did you mean 'programmes'?"),
                arguments(
                        PROTOCOL,
                        "\"!(request.evidenceBased in ['Y', 'N', ''])\"",
                        "\"request.locality != \\\"\\\" && request.^^evidencBased == ''\"",
                        "no feed brings a field 'evidencBased' for this type of request; did you mean 'evidenceBased'?"),
                arguments(
                        PROTOCOL,
                        "\"!(request.evidenceBased in ['Y', 'N', ''])\"",
                        "'request.locality != '''' && request.^^evidencBased == '''''",
                        "no feed brings a field 'evidencBased' for this type of request; did you mean 'evidenceBased'?"),
                arguments(
                        PROTOCOL,
                        "&& readable(request.agreedAt)",
                        "&& readable(request.^^agredAt)",
                        "no feed brings a field 'agredAt' for this type of request; did you mean 'agreedAt'?"),
                arguments(
                        PROTOCOL,
                        vague,
                        "request.workRequired.^^matches('.*')",
                        "there is no function 'matches' here; known: contains, endsWith, size, startsWith"),
                arguments(
                        PROTOCOL,
                        "request.immediateSafety != 'N'",
                        "request.immediateSafety == ^^'Yes'",
                        "'Yes' never stands in 'immediateSafety', for the feeds turn it into 'Y'; write 'Y'"),
                arguments(
                        PROTOCOL,
                        "request.agreement in ['STEP-UP', 'RE-SCREEN']",
                        "request.agreement in ['STEP-UP', ^^'Rescreen']",
                        "'Rescreen' never stands in 'agreement', for the feeds turn it into 'RE-SCREEN'; write "
                                + "'RE-SCREEN'"));
    }

    static Stream<Arguments> feeds() {
        return Stream.of(
                arguments(
                        FEEDS,
                        "content: full\n    headerOnly: false",
                        "content: ^^delta\n    headerOnly: false",
                        "without covers nobody can tell whether a file is missing between two; add covers: 24 hours, or"
                                + " however long before its extract time each file begins"),
                arguments(
                        FEEDS,
                        "content: full\n    headerOnly: false",
                        "content: full\n    ^^covers: 1 day\n    headerOnly: false",
                        "covers is for content: delta; a full file holds everything, so leave it out"),
                arguments(FEEDS, "delimiter: \",\"", "format: ^^xls", "'xls' cannot stand here; did you mean 'xlsx'?"),
                arguments(
                        FEEDS,
                        "delimiter: \",\"",
                        "delimiter: ^^'\"'",
                        "quotes and line breaks have a meaning of their own; write another character"),
                arguments(
                        FEEDS,
                        "charset: UTF-8",
                        "format: csv\n    ^^sheet: Export",
                        "'sheet' means nothing in a feed of this format; leave it out"),
                arguments(
                        FEEDS,
                        "charset: UTF-8\n    delimiter: \",\"",
                        "format: xlsx\n    ^^rows: Export/Row",
                        "'rows' means nothing in a feed of this format; leave it out"),
                arguments(
                        FEEDS,
                        "charset: UTF-8",
                        "rows: ^^/Export/Row",
                        "'/Export/Row' cannot stand here. Write where rows are: in XML the name of their element or its path "
                                + "from the root, such as Export/Transfer; in JSON the path to their list, such as data/requests."),
                arguments(
                        FEEDS,
                        "headers: [TransferID], required",
                        "headers: [TransferID], headersLike: ['transfer (^^'], required",
                        "this is no regular expression: Unclosed group"),
                arguments(
                        FEEDS,
                        "headers: [TransferID], required",
                        "headers: [TransferID], ^^otherCodes: reject, required",
                        "there are no codes for others to differ from; add codes or leave this out"),
                arguments(
                        FEEDS,
                        "'^lcs-transfers-(?<stamp>\\d{8}T\\d{4})\\.((view\\.)?csv|xlsx|xml|jsonl?)$'",
                        "^^'^lcs-transfers-\\d{8}T\\d{4}\\.(csv|xlsx|xml|jsonl?)$'",
                        "the extract time is missing; put the part of the name that holds it in (?<stamp>…)"),
                arguments(
                        FEEDS,
                        "(?<stamp>\\d{8}T\\d{4})\\.((view\\.)?csv|xlsx|xml|jsonl?)$",
                        "(?<stamp>\\d{8}T\\d{4}\\.((view\\.)?csv|xlsx|xml|jsonl?)$^^",
                        "this is no regular expression: Unclosed group"),
                arguments(
                        FEEDS,
                        "extractTime: yyyyMMdd'T'HHmm",
                        "extractTime: ^^YYYYMMdd'T'HHmm",
                        "'YYYYMMdd'T'HHmm' counts by weeks or by days of the year; write dd, MM and yyyy"),
                arguments(
                        FEEDS,
                        "&times [\"dd/MM/yyyy HH:mm\",",
                        "&times [^^\"dd/MM/yyyy hh:mm\",",
                        "'dd/MM/yyyy hh:mm' has a clock of twelve hours without am and pm; write HH"),
                arguments(
                        FEEDS,
                        "&days [dd/MM/yyyy,",
                        "&days [^^dd/mm/yyyy,",
                        "'dd/mm/yyyy' lacks a day (dd), a month (MM) or a year (yyyy); mm means minutes"),
                arguments(
                        FEEDS,
                        "extractTime: yyyyMMdd'T'HHmm",
                        "extractTime: ^^yyyyMMddTHHmm",
                        "'yyyyMMddTHHmm' is no date pattern: Unknown pattern letter: T; write one such as "
                                + "dd/MM/yyyy HH:mm"),
                arguments(
                        FEEDS,
                        "after: [ehm-notes, ehm-stepups]",
                        "after: [^^ehm-note, ehm-stepups]",
                        "there is no other feed called 'ehm-note'; did you mean 'ehm-notes'?"),
                arguments(
                        FEEDS,
                        "after: []",
                        "after: [^^lcs-transfers]",
                        "'lcs-transfers' waits for this feed in turn, so neither would be read; take one of them out"),
                arguments(
                        FEEDS,
                        "columns:\n      sourceId: { headers: [TransferID], required: true }\n",
                        "^^columns:\n",
                        "the field 'sourceId' is missing; map the column that holds it"),
                arguments(
                        FEEDS,
                        "co-working: [Co-working",
                        "^^coworking: [Co-working",
                        "protocol.yaml has no request type 'coworking'; did you mean 'co-working'?"),
                arguments(
                        FEEDS,
                        "fixed: { type: step-up }",
                        "fixed: { type: ^^stepup }",
                        "protocol.yaml has no request type 'stepup'; did you mean 'step-up'?"),
                arguments(
                        FEEDS,
                        "fixed: { type: step-up }",
                        "fixed: { type: step-up, ^^locality: North }",
                        "the field 'locality' is a column too; keep one of the two"),
                arguments(
                        FEEDS,
                        "socialWorkerEmail: { headers: [SocialWorkerEmail,",
                        "socialWorkerEmail: { headers: [^^Social_Worker,",
                        "the heading 'Social_Worker' already fills 'socialWorker'; keep it in one place"),
                arguments(FEEDS, "N: [N, No,", "N: [N, ^^Yes, No,", "'Yes' already means 'Y'; keep it in one place"),
                arguments(
                        FEEDS,
                        "[dd/MM/yyyy, yyyy-MM-dd]",
                        "[dd/MM/yyyy, ^^yyyy-bb-dd]",
                        "'yyyy-bb-dd' is no date pattern: Unknown pattern letter: b; write one such as dd/MM/yyyy HH:mm"),
                arguments(
                        FEEDS,
                        "uri: file:inbox/rotherham/lcs",
                        "uri: ^^file:inbox/../lcs",
                        "a folder is named without '..'"),
                arguments(
                        FEEDS,
                        "upn: { headers: [UPN] }",
                        "upn: { headers: [UPN] }\n      ^^familyEpisodeId: { headers: [EpisodeID] }",
                        "no rule reads notes of a family; leave 'familyEpisodeId' out, or write familyNotes: true where a"
                                + " note is asked for"),
                arguments(
                        PROTOCOL,
                        "lookBack: 28 days",
                        "familyNotes: ^^true\n          lookBack: 28 days",
                        "no feed brings a field 'familyEpisodeId' for this type of request; map the column with the number"
                                + " of the family's episode"));
    }

    static Stream<Arguments> formulas() {
        String feed = "    columns:\n      sourceId: { headers: [TransferID]";
        return Stream.of(
                arguments(
                        FEEDS,
                        feed,
                        "    computed: { area: '^^row.lokality' }\n" + feed,
                        "there is nothing called 'lokality' here; write texts in quotes, fields as row.<name>; "
                                + "did you mean 'locality'?"),
                arguments(
                        FEEDS,
                        feed,
                        "    computed: { area: \"row.locality ^^== 'North'\" }\n" + feed,
                        "a formula gives a text, this gives none; choose between texts with ? and :"),
                arguments(
                        FEEDS,
                        feed,
                        "    computed: { ^^locality: \"'North'\" }\n" + feed,
                        "the field 'locality' is a column or fixed too; keep one of them"),
                arguments(
                        FEEDS,
                        feed,
                        "    computed: { ^^recordedAt: \"row.requestedAt\" }\n" + feed,
                        "'recordedAt' is a day or time, and only texts can be computed; map its column"));
    }

    static Stream<Arguments> courses() {
        return Stream.of(
                arguments(
                        PROTOCOL,
                        "after: taken-on",
                        "after: ^^take-on",
                        "there is no event called 'take-on' here; did you mean 'taken-on'?"),
                arguments(
                        PROTOCOL,
                        "opens:\n          type: co-working",
                        "opens:\n          type: ^^coworking",
                        "there is no request type 'coworking'; did you mean 'co-working'?"),
                arguments(
                        PROTOCOL,
                        "workRequired: reason",
                        "^^workRequird: reason",
                        "no feed brings a field 'workRequird' for what is opened; did you mean 'workRequired'?"),
                arguments(
                        PROTOCOL,
                        "socialWorkerEmail: raisedByEmail",
                        "socialWorkerEmail: ^^raisedByMail",
                        "no feed brings a field 'raisedByMail' for this type of request; did you mean 'raisedByEmail'?"),
                arguments(
                        PROTOCOL,
                        "within: 1 working day",
                        "within: ^^day:agredAt",
                        "no feed brings a field 'agredAt' for this type of request; did you mean 'agreedAt'?"),
                arguments(
                        PROTOCOL,
                        "text: The request does not say which specific work is needed.",
                        "text: It does not say which.\n        show: { as: Team, field: ^^teem }",
                        "no feed brings a field 'teem' for this type of request; did you mean 'team'?"));
    }

    static Stream<Arguments> servers() {
        return Stream.of(
                arguments(
                        FEEDS,
                        "uri: file:inbox/rotherham/lcs",
                        "uri: ^^ftp://sftp.borough.example/exports",
                        "exports come from a folder, an SFTP server or a database's view; write"
                                + " file:inbox/<authority>/<system>, sftp://<server>/<folder> or sql:<view>?…"),
                arguments(
                        FEEDS,
                        "uri: file:inbox/rotherham/lcs",
                        "uri: ^^sftp://me:secret@sftp.borough.example/exports",
                        "write sftp://<server>/<folder>; who logs in there is set by stepbridge.sftp.accounts"),
                arguments(
                        FEEDS,
                        "uri: file:inbox/rotherham/lcs",
                        "uri: ^^sftp://sftp.borough.example/exports?strictHostKeyChecking=no",
                        "a pack cannot set 'strictHostKeyChecking' of a server; known: delete, idempotent, move, noop. "
                                + "Accounts and known hosts are set by stepbridge.sftp"));
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                arguments(
                        "messages/returned.txt",
                        "Reference: {{reference}}",
                        "^^Reference: {{reverence}}",
                        "a message cannot name 'reverence' here; did you mean 'reference'?"),
                arguments(
                        "messages/returned.txt",
                        "Subject: Returned",
                        "^^Subjekt: Returned",
                        "a notice starts with a line 'Subject: …' and an empty line; add them"),
                arguments(
                        "messages/returned.txt",
                        "Subject: Returned: {{typeTitle}}",
                        "^^Subject: Returned: {{workerName}}",
                        "a subject never names 'workerName', for everybody on the way can read it; known: "
                                + "authorityTitle, clockTitle, count, eventTitle, mayRepeat, reference, typeTitle, urgent"),
                arguments(
                        "messages/returned.txt",
                        "Reference: {{reference}}",
                        "^^{{#facts}}{{/facts}}",
                        "a message cannot name 'facts' here, for a notice never carries the child's particulars; "
                                + "take it out"),
                arguments(
                        "messages/urgent-alert.txt",
                        "Subject: URGENT: phone MASH about {{reference}}",
                        "^^Subject: URGENT: phone MASH about {{reference}",
                        "from here on a name is not closed; write it as {{name}}"),
                arguments(
                        "messages/urgent-alert.txt",
                        "Subject: URGENT: phone MASH about {{reference}}\n\nPhone",
                        "^^Subject: URGENT: phone MASH about {{reference}}\n\n{{#flags}}\n{{/flag}} Phone",
                        "this is no template: Section close tag with mismatched open tag 'flag' != 'flags' @ line 4"),
                arguments(
                        "messages/urgent-alert.txt",
                        "Reference: {{reference}}",
                        "^^{{> other}}",
                        "a message cannot name '> other' here; known: agreementLine, authorityTitle, clause, flags, "
                                + "mayRepeat, reason, reasons, reference, requestedAt, returnedAt, sentence, sourceId, …"));
    }

    @ParameterizedTest
    @MethodSource({"yaml", "shape", "names", "conditions", "feeds", "formulas", "courses", "servers", "messages"})
    void aBrokenPackIsRefusedWithTheLineAndTheMend(String file, String from, String to, String problem) {
        PackCopy pack = PackCopy.of("rotherham", temp).edit(file, from, to);

        assertThat(pack.problems()).contains(pack.expectedPlace() + ": " + problem);
    }
}
