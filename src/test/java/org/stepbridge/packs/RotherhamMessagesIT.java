package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.samskivert.mustache.Mustache;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepbridge.casework.PackLoader.Result;
import org.stepbridge.casework.TemplateFields;

/** What Rotherham's templates make of a decision. */
class RotherhamMessagesIT {
    private static final Map<String, String> TEXTS = ((Result.Loaded)
                    new PackReader().load(Path.of("mappings/rotherham")))
            .pack()
            .messages();

    @Test
    void aReturnSaysWhyWithTheClauseAndWhatToDo() {
        String text = render("returned.txt", decision());

        assertThat(text).startsWith("Subject: Returned: Co-working request ROT-2026-000123\n\nWe have returned");
        assertThat(text)
                .contains(
                        "\nNumber in Liquidlogic: TR1000001\n",
                        "\nSocial worker: Tom Ashdown\n",
                        "\n- There is no general note. (ROT-2)\n",
                        """

                        Please also look at this before you send it again
                        - The work is vague. (ROT-4)
                        - Consent was not obtained.
                        """);
    }

    @Test
    void whoIsVagueReadsWhatToSay() {
        Map<String, Object> decision = decision();
        decision.put("sentence", "Sent to the Locality Manager's tray to be allocated.");

        assertThat(render("say-more.txt", decision))
                .startsWith("Subject: Please say more: Co-working request ROT-2026-000123\n\n")
                .contains(
                        "\nWhat became of it: Sent to the Locality Manager's tray to be allocated.\n",
                        "\nWhat was noticed\n- The work is vague. (ROT-4)\n- Consent was not obtained.\n")
                .doesNotContain("\n\n\n");
    }

    @Test
    void whatIsNotThereLeavesNoTrace() {
        Map<String, Object> decision = decision();
        decision.put("flags", List.of());
        decision.put("workerName", "");

        assertThat(render("returned.txt", decision))
                .doesNotContain("Please also look", "Social worker:", "()", "{{", "\n\n\n");
    }

    @Test
    void theEmailToMashSaysFirstWhatWasAgreed() {
        String text = render("mash-referral.txt", decision());

        assertThat(text).startsWith("Step-up agreed with Helen Marsh\n\nFrom: authorityTitle Early Help\n");
        assertThat(text).containsOnlyOnce("ROT-2026-000123");
        assertThat(text).contains("\nConcerns: Tom & Jerry <b>\nLocality: North\n");
        assertThat(text).doesNotContain("URGENT", "may already have");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mash-referral.txt", "mash-referral.html"})
    void anUrgentEmailToMashDoesNotReplaceThePhoneCall(String file) {
        Map<String, Object> decision = decision();
        decision.put("urgent", true);
        decision.put("mayRepeat", true);

        assertThat(render(file, decision))
                .contains("URGENT", "This email does not replace the phone call to MASH (ROT-19).")
                .contains("You may already have this email");
    }

    @Test
    void theHtmlHasTheSameFactsInTheSameOrderAndEscapesThem() {
        String html = render("mash-referral.html", decision());

        assertThat(html)
                .contains("<th scope=\"row\"", "Tom &amp; Jerry &lt;b&gt;")
                .doesNotContain("<b>");
        assertThat(html.indexOf("Concerns")).isPositive().isLessThan(html.indexOf("Locality"));
        assertThat(html).contains("<ul>").contains("</ul>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"returned.txt", "step-up-returned.txt", "urgent-alert.txt", "say-more.txt"})
    void aNoticeHasNoParticularsOfTheChild(String file) {
        assertThat(TemplateFields.REFERRAL)
                .allSatisfy(name -> assertThat(TEXTS.get(file)).doesNotContain("{{" + name, "{{#" + name));
        assertThat(render(file, decision())).contains("ROT-2026-000123").doesNotContain("Tom & Jerry");
    }

    private static String render(String file, Map<String, Object> decision) {
        return Mustache.compiler()
                .escapeHTML(file.endsWith(".html"))
                .emptyStringIsFalse(true)
                .compile(Stream.ofNullable(TEXTS.get(file)).collect(Collectors.joining()))
                .execute(decision);
    }

    private static Map<String, Object> decision() {
        Map<String, Object> decision = new HashMap<>();
        TemplateFields.COMMON.forEach(name -> decision.put(name, name));
        decision.put("reference", "ROT-2026-000123");
        decision.put("typeTitle", "Co-working request");
        decision.put("sourceId", "TR1000001");
        decision.put("workerName", "Tom Ashdown");
        decision.put("agreementLine", "Step-up agreed with Helen Marsh");
        decision.put("urgent", false);
        decision.put("mayRepeat", false);
        decision.put("reasons", List.of(Map.of("clause", "ROT-2", "text", "There is no general note.")));
        decision.put(
                "flags",
                List.of(
                        Map.of("clause", "ROT-4", "text", "The work is vague."),
                        Map.of("clause", "", "text", "Consent was not obtained.")));
        decision.put(
                "facts",
                List.of(
                        Map.of("label", "Reference", "value", "ROT-2026-000123"),
                        Map.of("label", "Concerns", "value", "Tom & Jerry <b>"),
                        Map.of("label", "Locality", "value", "North")));
        return decision;
    }
}
