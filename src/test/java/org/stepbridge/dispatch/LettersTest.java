package org.stepbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.stepbridge.dispatch.Fixtures.coWorking;
import static org.stepbridge.dispatch.Fixtures.item;
import static org.stepbridge.dispatch.Fixtures.stepUp;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.Document;
import org.stepbridge.casework.DocumentStore;
import org.stepbridge.casework.Documents;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Outcome;

/** What people are shown of a delivery against what is sent. */
class LettersTest {
    private final Composer composer = composer(Fixtures.noDocuments());

    @Test
    void anEmailIsShownAsItIsSent() throws Exception {
        Parcel referral = Fixtures.referral(stepUp("concerns", "Hungry at school, says Zoë's teacher."), true);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        ((MimeMessage) composer.compose(referral)).writeTo(sent);
        assertThat(composer.source(referral)).isEqualTo(sent.toString(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aMessageToTheHubAndAFileAreShownAsTheyAreSent() {
        Parcel hub = Fixtures.parcel(Channel.HUB, item(coWorking(), new Outcome.ForHub()));
        assertThat(composer.source(hub)).isEqualTo(composer.compose(hub));
        Parcel file = Fixtures.parcel(Channel.LCS_RETURNS, item(coWorking(), new Outcome.Returned()));
        assertThat(composer.source(file)).isEqualTo(composer.compose(file));
    }

    @Test
    void whoeverLooksBeforeTheFirstTryMakesNobodyLookForDocuments() {
        DocumentStore nothing = new DocumentStore() {
            @Override
            public List<Document> kept(UUID delivery) {
                return List.of();
            }

            @Override
            public void keep(UUID delivery, List<Document> documents) {
                throw new AssertionError("looking keeps nothing");
            }
        };
        Composer looking = composer(new Documents(
                (request, names) -> {
                    throw new AssertionError("looking finds nothing");
                },
                nothing));
        Parcel referral = Fixtures.referral(stepUp("attachments", "plan.pdf"), false);
        assertThat(looking.source(referral)).contains("multipart/mixed");
        assertThat(new Documents((request, names) -> List.of(), nothing).known(referral))
                .extracting(Document::name, Document::reason)
                .containsExactly(tuple("plan.pdf", "It is looked for when this is first sent"));
    }

    private static Composer composer(Documents documents) {
        return new Composer(
                Fixtures.packs(Fixtures.pack()),
                documents,
                authority -> false,
                Clock.fixed(Fixtures.DECIDED, ZoneOffset.UTC));
    }
}
