package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeetingsPageTest extends PagesTest {

    @Test
    void theNextMeetingStandsThereWithItsListAndOneThatIsOverDoesNot() {
        Morning.meetings(agendas);

        assertThat(words("/meetings"))
                .contains("Rotherham Transfer meeting, 24 November 2026", "ROT-2026-000201 co-working North")
                .doesNotContain("20 November 2026", "ROT-2026-000104");
    }

    @Test
    void whereTheProtocolNamesNoMeetingThePageSaysSo() {
        assertThat(words("/meetings")).contains("The protocol names no meetings.");
    }
}
