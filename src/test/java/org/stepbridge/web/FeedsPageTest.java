package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.web.RequestLines.aRequest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.Inboxes.UnreadFile;
import org.stepbridge.casework.Overview.AttentionLine;
import org.stepbridge.casework.Overview.FeedSums;
import org.stepbridge.casework.Overview.FileLine;
import org.stepbridge.casework.Overview.FileSums;
import org.stepbridge.casework.Overview.RequestSums;
import org.stepbridge.model.Channel;
import org.stepbridge.model.DeliveryState;
import org.stepbridge.model.RequestState;

class FeedsPageTest extends PagesTest {

    @Test
    void aFileShowsItsRowsAndItsTrouble() {
        ledger.files.add(new FileLine(
                7,
                PagesApp.ROTHERHAM,
                "ehm-notes",
                "ehm-notes-20261121T0700.csv",
                "9f86d081884c7d659a2feaa0c55ad015",
                123456,
                "robot",
                PagesApp.NOW.minus(Duration.ofHours(2)),
                PagesApp.NOW.minus(Duration.ofMinutes(125)),
                "done",
                1203,
                1190,
                10,
                3,
                new Findings(
                        "windows-1252",
                        ";",
                        List.of(new Findings.Unused("Colour", ""), new Findings.Unused("Autor", "Author")),
                        List.of(new Findings.Absent("Author", false, "Autor")),
                        List.of(new Findings.Doubt("The NHS number given is not a valid one.", 2))),
                "The watermark did not move: a broken row names nobody."));

        assertThat(words("/feeds"))
                .contains(
                        "ehm-notes-20261121T0700.csv Rotherham, ehm-notes; read 21 November 2026 at 7:05am"
                                + " Extracted 21 November 2026 at 7am"
                                + " 123,456 bytes, delivered by robot; SHA-256 9f86d081884c…"
                                + " Found to be windows-1252, cells separated by semicolons"
                                + " Columns not used: Colour, Autor (did you mean Author?)"
                                + " Taken in with doubt: 2 rows: The NHS number given is not a valid one."
                                + " The watermark did not move: a broken row names nobody. Done 1,203 1,190 10 3 Download the rejected rows of ehm-notes-20261121T0700.csv");
    }

    @Test
    void rejectedRowsAreDownloadedByWhoeverMayAndThatIsNoted(@TempDir Path folder) throws IOException {
        Morning.fill(ledger, inboxes, mails);
        long id = ledger.files.get(0).id();
        rejects.report = Files.writeString(folder.resolve("a.report.csv"), "Row,Column,Value,Problem\r\n");
        MvcTestResult answer = get("/feeds/files/" + id + "/rejects");
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"file-" + id + ".report.csv\"");
        assertThat(answer).bodyText().startsWith("Row,Column");
        assertThat(rejects.read).containsExactly("user:somebody " + id);
        assertThat(get("/feeds/files/" + ledger.files.get(2).id() + "/rejects")).hasStatus(404);
        rejects.report = null;
        assertThat(get("/feeds/files/" + id + "/rejects"))
                .as("taken away since")
                .hasStatus(404);
    }

    @Test
    void howThingsMoveIsDrawnAndSaidButForAuthoritiesOfOthers() {
        assertThat(words("/feeds"))
                .contains("deliver-mash-email Goes out Stopped 17 1 0 3 minutes ago When something comes")
                .contains("take-in-rotherham-lcs-transfers Comes in Open 2 1 0 3 minutes ago Within a second")
                .contains("take-in-rotherham-lcs-transfers 2, 1 failed")
                .doesNotContain("take-in-york");
    }

    @Test
    void theSumIsShownAndTrue() {
        ledger.sums = new FileSums(4, 1, 1203, 1190, 10, 3);
        ledger.requests.add(aRequest(1).in(RequestState.ALLOCATED).line());
        ledger.requests.add(aRequest(2).in(RequestState.HELD).line());

        assertThat(words("/feeds"))
                .contains("Adds up 1,203 rows = 1,190 accepted + 10 repeated + 3 rejected")
                .contains("4 files, of which 1 could not be read")
                .contains("Allocated 1", "To review 1", "Requests in all 2");
    }

    @Test
    void requestsAreToldFromNotesAndHeldAgainstTheirRows() {
        ledger.feeds.add(new FeedSums(PagesApp.ROTHERHAM, "ehm-notes", false, 1, 0, 1200, 1190, 10, 0));
        ledger.feeds.add(new FeedSums(PagesApp.ROTHERHAM, "lcs-transfers", true, 2, 1, 8, 5, 1, 2));
        ledger.requestSums = new RequestSums(5, 0, 4, 1);

        assertThat(words("/feeds"))
                .contains("Adds up 5 accepted request rows + 0 opened here = 4 requests + 1 changes to them")
                .contains("Rotherham, ehm-notes Notes 1 1,200 1,190 10 0")
                .contains("Rotherham, lcs-transfers Requests 2 8 5 1 2");
    }

    @Test
    void aFeedSaysWhatItBroughtLastAndHowFarTheNotesAreComplete() {
        Morning.fill(ledger, inboxes, mails);

        assertThat(words("/feeds"))
                .contains(
                        "Rotherham, ehm-notes Last file ehm-notes-20261121T0655.csv, 2 hours ago"
                                + " Notes are complete up to 21 November 2026 at 12:05am, 9 hours ago Notes 1",
                        "Rotherham, lcs-transfers Requests 2");
    }

    @Test
    void thePictureOfTheRoutesAsksForItselfAnew() {
        assertThat(html("/feeds")).contains("hx-get=\"/feeds/traffic\"").doesNotContain("hx-swap-oob");
        assertThat(html("/feeds/traffic"))
                .contains("hx-get=\"/feeds/traffic\"", "id=\"traffic\" hx-swap-oob=\"outerHTML\"", "<svg", "<table")
                .doesNotContain("<html");
        assertThat(words("/feeds/traffic")).contains("deliver-hub", "41").doesNotContain("take-in-york");
    }

    @Test
    void aRequestThatIsMissingIsCalledWrong() {
        ledger.requestSums = new RequestSums(5, 0, 3, 1);

        assertThat(words("/feeds"))
                .contains("Does not add up 5 accepted request rows + 0 opened here = 3 requests + 1 changes to them");
    }

    @Test
    void aFileWhoseReadingNeverEndedIsListed() {
        ledger.overdue.add(new AttentionLine(
                "file", "ehm-notes-20261121T0700.csv", PagesApp.NOW.minus(Duration.ofHours(3)), "Export it again."));

        assertThat(words("/feeds")).contains("Half-read file ehm-notes-20261121T0700.csv 3 hours Export it again.");
    }

    @Test
    void aFeedWithWhichSomethingIsWrongIsListed() {
        ledger.overdue.add(new AttentionLine(
                "feed", "rotherham ehm-notes", PagesApp.NOW.minus(Duration.ofHours(3)), "No file has come."));

        assertThat(words("/feeds")).contains("Feed rotherham ehm-notes 3 hours No file has come.");
    }

    @Test
    void aSumThatIsWrongIsCalledWrong() {
        ledger.sums = new FileSums(1, 0, 10, 8, 1, 0);

        assertThat(words("/feeds")).contains("Does not add up 10 rows = 8 accepted + 1 repeated + 0 rejected");
    }

    @Test
    void whatStandsStillIsListedOldestFirst() {
        ledger.overdue.add(new AttentionLine(
                "waiting",
                "ROT-2026-000001",
                PagesApp.NOW.minus(Duration.ofDays(2)),
                "No notes have come since. Check the export from EHM."));
        ledger.overdue.add(new AttentionLine(
                "future", "ROT-2026-000002", PagesApp.NOW.plus(Duration.ofDays(2)), "Check its date."));
        inboxes.files.add(new UnreadFile(
                "rotherham",
                "inbox/rotherham/lcs",
                "holiday list.csv",
                PagesApp.NOW.minus(Duration.ofDays(9)),
                "No feed takes it."));

        assertThat(words("/feeds"))
                .contains(
                        "Unread inbox/rotherham/lcs/holiday list.csv 9 days No feed takes it."
                                + " Waiting for notes ROT-2026-000001 2 days No notes have come since."
                                + " Check the export from EHM. Dated in the future ROT-2026-000002 In the future Check its date.");
    }

    @Test
    void aListThatIsCutSaysSo() {
        IntStream.rangeClosed(1, Attention.MOST + 1)
                .forEach(number -> inboxes.files.add(new UnreadFile(
                        "rotherham", "inbox/rotherham/lcs", "file " + number, PagesApp.NOW, "No feed takes it.")));

        assertThat(words("/feeds")).contains("There are more.").doesNotContain("file 101");
    }

    @Test
    void whenNothingStandsStillItSaysSo() {
        assertThat(words("/feeds"))
                .contains("Nothing has.", "No file has been read yet.", "Nothing has been sent yet.");
    }

    @Test
    void aBadPackIsNamedWithWhatToMend() {
        packs.refused.put("york", List.of("protocol.yaml:3:4: unknown role", "feeds.yaml:9:1: no columns"));

        assertThat(words("/feeds"))
                .contains("The pack of york is not live")
                .contains("protocol.yaml:3:4: unknown role feeds.yaml:9:1: no columns")
                .doesNotContain("Nothing has.");
    }

    @Test
    void deliveriesThatNeedAPersonHaveAColumnEvenAtZero() {
        ledger.deliveries.put(Channel.MASH_EMAIL, Map.of(DeliveryState.DELIVERED, 12L, DeliveryState.FAILED, 1L));
        ledger.deliveries.put(Channel.HUB, Map.of(DeliveryState.DELIVERED, 3L));

        assertThat(words("/feeds"))
                .contains("Channel Delivered Uncertain Failed Messages to the hub 3 0 0 Emails to MASH 12 0 1");
    }
}
