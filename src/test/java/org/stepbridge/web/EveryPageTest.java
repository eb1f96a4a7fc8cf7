package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.ui.ConcurrentModel;
import org.springframework.web.server.ResponseStatusException;
import org.stepbridge.casework.CaughtMails;
import org.stepbridge.casework.RunMode;

class EveryPageTest {
    private final ObjectProvider<CaughtMails> none = new StaticListableBeanFactory().getBeanProvider(CaughtMails.class);

    @Test
    void aTrialWithARealMailServerSaysThatMailLeaves() {
        assertThat(new EveryPage(new RunMode(false, false), none).trial().orElseThrow())
                .contains("This is a trial.", "Mail does leave this machine");
    }

    @Test
    void aTrialWithTheCatcherSaysThatMailReachesNobody() {
        assertThat(new EveryPage(new RunMode(false, true), none).trial().orElseThrow())
                .contains("This is a trial.", "Mail reaches nobody");
    }

    @Test
    void whatIsLiveHasNoBanner() {
        assertThat(new EveryPage(new RunMode(true, false), none).trial()).isEmpty();
    }

    @Test
    void withoutTheCatcherThereIsNoMailPageAndNoLinkToOne() {
        assertThat(new EveryPage(new RunMode(false, false), none).mailPage()).isFalse();
        MailPage page = new MailPage(none, Clock.systemUTC());
        assertThatThrownBy(() -> page.list(new ConcurrentModel()))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        thrown -> assertThat(thrown.getStatusCode().value()).isEqualTo(404));
    }
}
