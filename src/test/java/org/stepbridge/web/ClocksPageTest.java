package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ClocksPageTest extends PagesTest {

    @BeforeEach
    void fill() {
        Morning.clocks(clocks);
    }

    @Test
    void whatIsOverdueComesFirstWithHowLong() {
        assertThat(words("/clocks"))
                .contains(
                        "ROT-2026-000104 Mash decision ROT-16 North =Team 3 21 November 2026 at 7:05am 2 hours overdue")
                .contains("17 November 2026 at 11:59pm 3 working days overdue")
                .doesNotContain("ROT-2026-000201", "ROT-2026-000202");
    }

    @Test
    void howManyThereAreOfEachDeadlineIsAPictureWithItsTable() {
        clocks.lines.add(clocks.lines.get(0));
        assertThat(words("/clocks"))
                .contains("Joint supervision, Co-working request: 2 Mash decision, Co-working request: 1")
                .contains(
                        "How many Joint supervision, Co-working request ROT-6 2 Mash decision, Co-working request ROT-16 1")
                .doesNotContain("due first");
        assertThat(html("/clocks"))
                .contains("role=\"img\"", "width=\"1000\"", "width=\"500\"")
                .doesNotContain("style=");
    }

    @Test
    void aMonthIsABarOfWhatWasInTimeLateAndNotMet() {
        assertThat(words("/clocks/kept")).contains("Share in time October 2026 9 1 2 75% September 2026 0 0 1 0%");
        assertThat(html("/clocks/kept"))
                .contains(
                        "app-part--kept\" y=\"0\" height=\"10\" x=\"0\" width=\"750\"",
                        "app-part--late\" y=\"0\" height=\"10\" x=\"750\" width=\"83\"",
                        "app-part--missed\" y=\"0\" height=\"10\" x=\"833\" width=\"167\"",
                        "app-part--missed\" y=\"0\" height=\"10\" x=\"0\" width=\"83\"")
                .doesNotContain("style=");
    }

    @Test
    void theClauseBehindADeadlineLeadsToTheProtocolWhereverItStands() {
        Morning.queue(queues);
        Morning.open(files);
        String link = "href=\"/protocol/rotherham#ROT-";
        assertThat(html("/clocks")).contains(link + "16\"");
        assertThat(html("/clocks/kept")).contains(link + "6\"");
        assertThat(html("/mash")).contains(link + "16\"");
        assertThat(html("/requests/ROT-2026-000201")).contains(link + "6\"", link + "25\"");
        assertThat(html("/requests/ROT-2026-000104")).contains(link + "19\"");
    }

    @Test
    void whatIsDueThisWeekAndWhatIsHalfMetHaveListsOfTheirOwn() {
        assertThat(words("/clocks?show=due"))
                .contains("ROT-2026-000201", "24 November 2026 at 11:59pm 2 working days left")
                .doesNotContain("ROT-2026-000104");
        assertThat(words("/clocks?show=half"))
                .contains("ROT-2026-000202", "Recorded on LCS only")
                .doesNotContain("ROT-2026-000201");
        assertThat(get("/clocks?show=lost")).hasStatus(404);
    }

    @Test
    void theDownloadIsATableWithoutFormulas() {
        MvcTestResult answer = get("/clocks/download?show=overdue");
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
        assertThat(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .endsWith("\r\nROT-2026-000104,mash-decision,ROT-16,North,'=Team 3,2026-11-21T07:05Z,\r\n");
    }

    @Test
    void howManyWereKeptStandsByMonthAndDeadlineForEachLocalityTeamOrWorker() {
        String deadline = "October 2026 Joint supervision, co-working ROT-6 ";
        assertThat(words("/clocks/kept")).contains(deadline + "North 9 1 2 75%");
        assertThat(words("/clocks/kept?by=team"))
                .contains(deadline + "Locality Team 3 9 1 2 75%", "Not given 0 0 1 0%");
        assertThat(words("/clocks/kept?by=worker")).contains(deadline + "Sam Ellery 9 1 2 75%");
        assertThat(get("/clocks/kept?by=child")).hasStatus(404);
    }

    @Test
    void theDownloadOfWhatWasKeptTellsEverythingApart() {
        MvcTestResult answer = get("/clocks/kept/download");
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
        assertThat(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains(
                        "\r\nrotherham,2026-10,joint-supervision,co-working,ROT-6,North,Locality Team 3,Sam Ellery,9,1,2\r\n");
    }
}
