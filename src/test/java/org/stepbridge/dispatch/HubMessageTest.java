package org.stepbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.dispatch.Fixtures.coWorking;
import static org.stepbridge.dispatch.Fixtures.item;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Child;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.Request;

class HubMessageTest {

    @Test
    void aHubMessageSaysWhoWhatAndWhichNoteAgreedIt() {
        String json = HubMessage.of(item(coWorking(), new Outcome.ForHub()), Fixtures.pack())
                .json();
        assertThat(Schema.problems("hub-request", json)).isEmpty();
        assertThat(json)
                .isEqualTo("{\"schemaVersion\":\"1\",\"reference\":\"BOR-2026-000123\",\"authority\":\"borough\","
                        + "\"transferId\":\"TR1\",\"programme\":\"Sleep Tight\",\"child\":{\"lcsPersonId\":\"5001\","
                        + "\"ehmPersonId\":\"7001\",\"nhsNumber\":\"9434765919\",\"surname\":\"O'Neill\","
                        + "\"forename\":\"Zoë\",\"dateOfBirth\":\"2015-02-03\"},\"locality\":\"North\","
                        + "\"requestedAt\":\"2026-01-05T09:00:00+00:00\",\"requestedBy\":{\"name\":\"Jo Bright\","
                        + "\"email\":\"jo.bright@borough.example\",\"team\":\"Assessment Team 1\","
                        + "\"teamManager\":\"Helen Marsh\"},\"workRequired\":\"A weekly visit for eight weeks\","
                        + "\"desiredOutcomes\":\"In school every day\",\"evidence\":{\"noteId\":\"N1\","
                        + "\"noteDate\":\"2026-06-30\",\"author\":\"Priti Shah\",\"agreedText\":\"co-working agreed\"},"
                        + "\"flags\":[{\"code\":\"vague-work\",\"clause\":\"BOR-4\",\"text\":\"The work is vague.\"},"
                        + "{\"code\":\"late-note\",\"clause\":\"\",\"text\":\"Late.\"}]}");
    }

    @Test
    void whatIsNotKnownIsNullOrEmptyAndNeverInvented() {
        Request full = coWorking("socialWorkerEmail", "jo@elsewhere.example", "programme", "");
        Request bare = new Request(
                full.authority(),
                full.source(),
                full.sourceId(),
                full.type(),
                new Child(null, null, null, null, "", "", null),
                "",
                Instant.parse("2026-07-05T09:00:00Z"),
                full.details());
        Decision decided = Fixtures.decision(new Outcome.ForHub());
        Decision unproved = new Decision(
                decided.outcome(),
                decided.sentence(),
                decided.reasons(),
                decided.flags(),
                null,
                decided.dispatches(),
                decided.tasks(),
                decided.clocks(),
                decided.protocol());
        Parcel.Item item = new Parcel.Item(item(full, decided.outcome()).reference(), bare, unproved, Fixtures.DECIDED);
        String json = HubMessage.of(item, Fixtures.pack()).json();
        assertThat(Schema.problems("hub-request", json)).isEmpty();
        assertThat(json).contains("\"nhsNumber\":null", "\"evidence\":null", "\"dateOfBirth\":null", "\"email\":\"\"");
    }
}
