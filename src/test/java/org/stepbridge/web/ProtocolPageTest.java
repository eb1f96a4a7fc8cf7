package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.stepbridge.casework.ActivePacks.Activation;
import org.stepbridge.casework.PackChanges.Standing;
import org.stepbridge.casework.PlainPack;
import org.stepbridge.casework.PlainPack.Chapter;
import org.stepbridge.casework.PlainPack.Clause;
import org.stepbridge.casework.PlainPack.Line;
import org.stepbridge.casework.PlainPack.Part;
import org.stepbridge.casework.Role;
import org.stepbridge.model.ProtocolVersion;
import org.stepbridge.testing.Somebody;

class ProtocolPageTest extends PagesTest {
    private static final String PAGE = "/protocol/rotherham";

    @Autowired
    FakeChanges changes;

    @Autowired
    FakeReplay replay;

    @BeforeEach
    void forget() {
        changes.clear();
        replay.clear();
    }

    @Test
    void everyClauseHasItsPlaceAndEveryRuleLeadsToItsClause() {
        String html = html(PAGE);
        assertThat(packs.plain.clauses())
                .isNotEmpty()
                .allSatisfy(clause -> assertThat(html).containsOnlyOnce("id=\"" + clause.id() + "\""));
        assertThat(lines())
                .isNotEmpty()
                .allSatisfy(line ->
                        line.clauses().forEach(clause -> assertThat(html).contains("href=\"#" + clause + "\"")));
    }

    private List<Line> lines() {
        return packs.plain.chapters().stream()
                .flatMap(chapter -> chapter.parts().stream())
                .flatMap(part -> part.lines().stream())
                .toList();
    }

    @Test
    void everyLineIsThereWithItsConditionAndItsQuestion() {
        String words = words(PAGE)
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&quot;", "\"");
        packs.plain
                .chapters()
                .forEach(chapter -> chapter.parts()
                        .forEach(part -> part.lines()
                                .forEach(line -> assertThat(words)
                                        .contains(chapter.title(), part.title(), line.text(), line.question())
                                        .contains(line.condition().replaceAll("\\s+", " "))
                                        .contains(
                                                String.join(" ", line.details()).replaceAll("\\s+", " ")))));
    }

    @Test
    void nothingOfAPackIsTakenForMarkup() {
        String evil = "<script>alert('a')</script> & \"b\"";
        Line line = new Line(List.of("ROT-1"), evil, evil, List.of(evil), evil, evil);
        packs.plain = new PlainPack(
                evil,
                evil,
                evil,
                List.of(new Clause("ROT-1", evil)),
                List.of(new Chapter(evil, List.of(new Part(evil, List.of(line))))));
        assertThat(html(PAGE)).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
    }

    @Test
    void theOnlyProtocolOpensAtOnceAndAnotherIsNotThere() {
        assertThat(get("/protocol")).hasRedirectedUrl(PAGE);
        assertThat(get("/protocol/york")).hasStatus(404);
    }

    @Test
    void clausesOnOtherPagesLeadToTheProtocol() {
        Morning.open(files);
        assertThat(html("/requests/ROT-2026-000104"))
                .contains("<a class=\"govuk-link app-clause\" href=\"/protocol/rotherham#ROT-19\">ROT-19</a>");
        packs.plain = PlainPack.NONE;
        assertThat(html("/requests/ROT-2026-000104")).contains("<strong class=\"app-clause\">ROT-19</strong>");
    }

    @Test
    void onlyItSeesThatTheFilesHaveChangedAndMayActivateThem() {
        changes.standing = new Standing(
                Optional.of(new Activation(
                        3, new ProtocolVersion("2021.1", "aa"), PagesApp.NOW, "user:it", "the autumn review")),
                Optional.of(new ProtocolVersion("2026.1", "bb")),
                List.of());

        assertThat(words(PAGE)).contains("the autumn review", "protocol 2026.1", "Activate protocol 2026.1");
        assertThat(browser.get()
                        .uri(PAGE)
                        .with(user("hub").authorities(Somebody.of("*", Role.HUB)))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Activate protocol", "the autumn review");
    }

    @Test
    void activatingNamesWhoAndWhyAndWhatWasSeen() {
        assertThat(activate("agreed with the head of service")).hasRedirectedUrl(PAGE);
        assertThat(changes.activated).containsExactly("rotherham bb user:somebody: agreed with the head of service");
        assertThat(activate("  ")).hasRedirectedUrl(PAGE);
        assertThat(changes.activated).hasSize(1);
    }

    @Test
    void filesThatAreNotSoundAreToldWithTheLine() {
        changes.standing =
                new Standing(Optional.empty(), Optional.empty(), List.of("rotherham/protocol.yaml:3:1: no such thing"));
        assertThat(words(PAGE))
                .contains("rotherham/protocol.yaml:3:1: no such thing")
                .doesNotContain("Activate protocol");
    }

    @Test
    void changedFilesAreTriedOnTheRequestsSinceADayAndOnlyTheAuditKnows() {
        changes.standing = new Standing(Optional.empty(), Optional.of(new ProtocolVersion("2026.1", "bb")), List.of());
        replay.fill(30, 22);

        assertThat(words(PAGE)).contains("Show what would be decided differently");
        assertThat(html(PAGE)).contains("name=\"since\"", "value=\"2026-10-22\"");
        assertThat(tried("2026-11-01"))
                .contains(
                        "22 of 30 requests, by protocol 2021.1 beside 2021.1.",
                        "ROT-4 22 requests",
                        "ROT-2026-000001 North, now returned",
                        "No longer The managers agreed.",
                        "New The work is not specific.",
                        "The first 20 are shown.")
                .doesNotContain("ROT-2026-000021", "There are more since then");
        assertThat(replay.since).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(trail.looked).containsExactly("user:somebody tried rotherham since 2026-11-01: 22 of 30");
        assertThat(changes.activated).isEmpty();
    }

    @Test
    void whatWouldTakeTooLongToTryIsCutAndSaysSo() {
        changes.standing = new Standing(Optional.empty(), Optional.of(new ProtocolVersion("2026.1", "bb")), List.of());
        replay.fill((int) ProtocolTrial.BOUNDS.requests() + 1, 0);
        assertThat(tried("2026-11-01")).contains("0 of 5,000 requests", "There are more since then");
    }

    @Test
    void nothingIsTriedWithoutADayOrByFilesThatAreNotSound() {
        assertThat(tried("2026-11-01")).contains("The files are not sound.");
        changes.standing = new Standing(Optional.empty(), Optional.of(new ProtocolVersion("2026.1", "bb")), List.of());
        assertThat(tried("soon")).contains("Fill in the day again.");
        assertThat(trail.looked).isEmpty();
    }

    private String tried(String since) {
        MvcTestResult answer = browser.post()
                .uri(PAGE + "/what-if")
                .param("since", since)
                .with(csrf())
                .with(user("somebody").authorities(Somebody.OF_EVERY_ROLE))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private MvcTestResult activate(String reason) {
        return browser.post()
                .uri(PAGE + "/activate")
                .param("content", "bb")
                .param("reason", reason)
                .with(csrf())
                .with(user("somebody").authorities(Somebody.OF_EVERY_ROLE))
                .exchange();
    }
}
