package org.stepbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Incoming;

class HubRepliesTest {
    private static final String REST = "\"by\":\"Jo Bright\",\"at\":\"2026-07-02T09:30:00+01:00\"";
    private final HubReplies replies = new HubReplies();

    @ParameterizedTest
    @CsvSource({"accepted,ACCEPTED", "waitlisted,WAITLISTED", "declined,DECLINED"})
    void aReplyIsReadByTheContract(String outcome, Action.Said said) {
        assertThat(read("{\"reference\":\"BOR-2026-000123\",\"outcome\":\"" + outcome
                        + "\",\"programmeStart\":\"2026-09-01\",\"rationale\":\"Full until then\"," + REST
                        + ",\"other\":1}"))
                .asInstanceOf(type(Incoming.HubReply.class))
                .satisfies(reply -> {
                    assertThat(reply.reference().value()).isEqualTo("BOR-2026-000123");
                    assertThat(reply.said()).isEqualTo(said);
                    assertThat(reply.starts()).isEqualTo(LocalDate.of(2026, 9, 1));
                    assertThat(reply.rationale()).isEqualTo("Full until then");
                });
    }

    @Test
    void whatIsOptionalMayBeAbsentOrNull() {
        assertThat(read("{\"reference\":\"BOR-2026-000123\",\"outcome\":\"accepted\",\"rationale\":null," + REST + "}"))
                .asInstanceOf(type(Incoming.HubReply.class))
                .matches(reply -> reply.rationale().isEmpty() && reply.starts() == null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "accepted",
                "[]",
                "{",
                "{\"reference\":\"BOR-2026-000123\"," + REST + "}",
                "{\"reference\":\"Zoë O'Neill\",\"outcome\":\"accepted\"," + REST + "}",
                "{\"reference\":\"BOR-2026-000123\",\"outcome\":\"Zoë\"," + REST + "}",
                "{\"reference\":\"BOR-2026-000123\",\"outcome\":\"accepted\",\"by\":\"Jo\",\"at\":\"yesterday\"}",
                "{\"reference\":\"BOR-2026-000123\",\"outcome\":\"accepted\",\"by\":\"Jo\",\"at\":\"2026-13-40T09:30:00Z\"}",
                "{\"reference\":\"BOR-2026-000123\",\"outcome\":\"accepted\",\"programmeStart\":\"2026-02-30\"," + REST
                        + "}"
            })
    void whatDoesNotKeepToTheSchemaIsSaidWithoutItsValues(String text) {
        assertThat(read(text)).asInstanceOf(type(Incoming.Unreadable.class)).satisfies(bad -> {
            assertThat(bad.problem()).contains("reply").doesNotContain("Zoë");
            assertThat(bad.envelope().text()).isEqualTo(text);
        });
    }

    @Test
    void theSameReplyHasTheSameKeyAndAnotherCouncilsAnother() {
        assertThat(read("{}").envelope().key()).isEqualTo(read("{}").envelope().key());
        assertThat(read("{}").envelope().key())
                .isNotEqualTo(replies.read("shire", "{}").envelope().key());
    }

    private Incoming read(String text) {
        return replies.read("borough", text);
    }
}
