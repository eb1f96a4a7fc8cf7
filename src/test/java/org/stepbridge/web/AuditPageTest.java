package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.stepbridge.casework.AuditChain.Verification;
import org.stepbridge.casework.AuditTrail;
import org.stepbridge.casework.AuditTrail.Wanted;
import org.stepbridge.casework.Role;
import org.stepbridge.testing.Somebody;

class AuditPageTest extends PagesTest {

    @BeforeEach
    void fill() {
        Morning.audit(trail);
    }

    @Test
    void nothingIsShownBeforeSomebodyAsks() {
        assertThat(words("/audit")).contains("Search the audit").doesNotContain("Entries, newest first");
        assertThat(trail.looked).isEmpty();
    }

    @Test
    void aSearchIsPostedAndShowsWhoDidWhatWithoutKeysOfForms() {
        String page = text(post(
                "/audit", "person", " 943 476 5919 ", "user", "Lena", "from", "2026-11-01", "until", "2026-11-21"));
        assertThat(page)
                .contains(
                        "lena</td>",
                        ">Record phone call</td>",
                        ">Called 21 November 2026 at 7:50am, taken by duty worker: MASH took it.</td>");
        assertThat(trail.wanted)
                .containsExactly(new Wanted(
                        List.of(PagesApp.ROTHERHAM),
                        true,
                        "9434765919",
                        "",
                        "lena",
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Instant.parse("2026-11-22T00:00:00Z")));
        assertThat(trail.looked).containsExactly("user:somebody searched");
    }

    @Test
    void olderEntriesFollowPageByPage() {
        assertThat(text(post("/audit"))).contains("name=\"before\" value=\"11\"", "Show older entries");
        assertThat(text(post("/audit", "before", "11")))
                .doesNotContain("Show older entries", "Record phone call")
                .contains(">Viewed</td>");
    }

    @Test
    void whatIsNotAReferenceOrADayIsSaidAndNotLookedFor() {
        assertThat(text(post("/audit", "reference", "Mary Smith"))).contains("A reference looks like ABC-2026-000123");
        assertThat(text(post("/audit", "until", "tomorrow"))).contains("Enter a day with its month and its year");
        assertThat(trail.looked).isEmpty();
    }

    @Test
    void whoeverDoesNotSeeEveryAuthorityIsNotShownWhatIsAboutNone() {
        post(Somebody.of("rotherham", Role.MANAGER), "/audit");
        assertThat(trail.wanted).extracting(Wanted::program).containsExactly(true);
        post(Somebody.of("york", Role.MANAGER), "/audit");
        assertThat(trail.wanted.get(1).authorities()).isEmpty();
        assertThat(trail.wanted.get(1).program()).isFalse();
    }

    @Test
    void theDownloadIsATableWithoutFormulas() {
        MvcTestResult answer = post("/audit/download", "user", "lena");
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
        assertThat(text(answer))
                .startsWith("Entry,At,Authority,Who,Action,Reference,Detail\r\n"
                        + "60,2026-11-21T08:00Z,rotherham,user:lena,record-phone-call,ROT-2026-000104,")
                .contains(",'=cmd()\r\n");
        assertThat(trail.looked).containsExactly("user:somebody exported");
    }

    @Test
    void aDownloadThatLeavesOlderEntriesOutSaysSoInItsLastLine() {
        trail.lines.clear();
        AuditTrail.Line one = new AuditTrail.Line(1, PagesApp.NOW, "", "user:lena", "signed-in", "", "");
        trail.lines.addAll(Collections.nCopies(AuditPage.DOWNLOADED, one));
        assertThat(text(post("/audit/download", "user", "lena"))).doesNotContain("older entries");
        trail.lines.add(one);
        String cut = text(post("/audit/download", "user", "lena"));
        assertThat(cut)
                .endsWith(
                        ",,,,,,\"There are older entries than these 50,000. Search up to an earlier day for them.\"\r\n");
        assertThat(cut.lines()).hasSize(AuditPage.DOWNLOADED + 2);
    }

    @Test
    void whetherTheAuditIsWholeIsSaidAndNoted() {
        trail.verification = new Verification(1200, 3, "");
        assertThat(text(post("/audit/verify"))).contains("The audit is whole", "1,200 entries are as they were sealed");
        trail.verification = new Verification(7, 0, "Entry 8 was changed.");
        assertThat(text(post("/audit/verify"))).contains("The audit is broken", "Entry 8 was changed.");
        assertThat(trail.looked).containsExactly("user:somebody verified true", "user:somebody verified false");
    }

    private MvcTestResult post(String address, String... fields) {
        return post(Somebody.OF_EVERY_ROLE, address, fields);
    }

    private MvcTestResult post(List<GrantedAuthority> grants, String address, String... fields) {
        var request =
                browser.post().uri(address).with(csrf()).with(user("somebody").authorities(grants));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String text(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
