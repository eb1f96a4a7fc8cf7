package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.web.RequestLines.aRequest;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.CaseFile;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Channel;

class SentPageTest extends PagesTest {
    private static final String ADDRESS = "/requests/ROT-2026-000104/deliveries/";
    private static final UUID OTHER = new UUID(3, 4);

    @BeforeEach
    void fill() {
        Morning.open(files);
        Morning.sent(sent, files);
    }

    @Test
    void theRequestLeadsToTheEmailAndTheEmailIsShownWordForWord() {
        assertThat(html("/requests/ROT-2026-000104")).contains("href=\"" + ADDRESS + CaseFileSamples.DELIVERY + "\"");
        assertThat(words(ADDRESS + CaseFileSamples.DELIVERY))
                .contains(
                        "This is what is sent, the same at each try.",
                        "[STEP-UP AGREED] ROT-2026-000104",
                        "To mash@borough.example")
                .contains("Both managers agreed a step-up – see the referral.")
                .contains("&lt;p&gt;Both managers agreed.&lt;/p&gt;")
                .contains("referral-ROT-2026-000123.json".replace("000123", "000104"))
                .doesNotContain("The council’s pack has changed");
        assertThat(sent.read).containsExactly("user:somebody ROT-2026-000104");
    }

    @Test
    void theMarkupOfAnEmailNeverRuns() {
        sent.add(parcel(Channel.MASH_EMAIL, "", 1), MailPageTest.SOURCE.replace("<p>", "<script>alert(1)</script>"));
        assertThat(html(ADDRESS + OTHER)).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void aMessageThatHasNotLeftYetSaysSo() {
        sent.add(parcel(Channel.HUB, "", 0), "{\"reference\":\"ROT-2026-000104\"}");
        assertThat(words(ADDRESS + OTHER))
                .contains("This is what will be sent.", "{&quot;reference&quot;:&quot;ROT-2026-000104&quot;}");
    }

    @Test
    void ofAFileTheLinesAboutThisRequestAreShown() {
        sent.add(parcel(Channel.LCS_RETURNS, "lcs-returns-1.csv", 1), "Reference\r\nROT-2026-000104\r\n");
        assertThat(words(ADDRESS + OTHER))
                .contains("These lines of the file lcs-returns-1.csv", "Reference ROT-2026-000104");
    }

    @Test
    void whatCanNoLongerBeComposedIsSaid() {
        Parcel parcel = parcel(Channel.NOTICE_EMAIL, "", 1);
        sent.add(parcel, null);
        assertThat(words(ADDRESS + OTHER)).contains("no longer has the words for this message");
    }

    @Test
    void aDeliveryOfAnotherRequestIsNotThere() {
        assertThat(get("/requests/ROT-2026-000101/deliveries/" + CaseFileSamples.DELIVERY))
                .hasStatus(404);
        assertThat(get(ADDRESS + OTHER)).hasStatus(404);
        assertThat(get(ADDRESS + "nothing")).hasStatus(400);
    }

    private Parcel parcel(Channel channel, String name, int attempt) {
        CaseFile file = files.get(aRequest(104).reference());
        return new Parcel(
                OTHER,
                1,
                channel,
                PagesApp.ROTHERHAM,
                name,
                "",
                List.of(),
                false,
                attempt,
                false,
                List.of(new Parcel.Item(
                        aRequest(104).reference(),
                        file.request(),
                        file.ruling().decision(),
                        file.ruling().at())));
    }
}
