package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepbridge.model.RequestState;

class StateWordsTest {

    @Test
    void everyStateHasATab() {
        assertThat(StateTab.all(Map.of(), 0, null).stream()
                        .map(StateTab::state)
                        .filter(state -> state != null && !state.equals(StateTab.UNDELIVERED)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RequestState.values())
                        .map(RequestState::label)
                        .toList());
    }

    @Test
    void noTwoStatesGoByOneName() {
        assertThat(Arrays.stream(RequestState.values()).map(StateWords::title)).doesNotHaveDuplicates();
    }
}
