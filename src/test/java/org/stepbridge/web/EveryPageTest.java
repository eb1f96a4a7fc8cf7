package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.ui.ConcurrentModel;
import org.springframework.web.server.ResponseStatusException;
import org.stepbridge.casework.CaughtMails;
import org.stepbridge.casework.Role;
import org.stepbridge.casework.RunMode;
import org.stepbridge.casework.Viewer;

class EveryPageTest {
    private final ObjectProvider<CaughtMails> none = new StaticListableBeanFactory().getBeanProvider(CaughtMails.class);

    private EveryPage page(RunMode mode) {
        Viewer everybody = new Viewer("somebody", EnumSet.allOf(Role.class), Set.of(Viewer.EVERY));
        return new EveryPage(mode, () -> Optional.of(everybody), none);
    }

    @Test
    void aTrialWithARealMailServerSaysThatMailLeaves() {
        assertThat(page(new RunMode(false, false)).trial().orElseThrow())
                .contains("This is a trial.", "Mail does leave this machine");
    }

    @Test
    void aTrialWithTheCatcherSaysThatMailReachesNobody() {
        assertThat(page(new RunMode(false, true)).trial().orElseThrow())
                .contains("This is a trial.", "Mail reaches nobody");
    }

    @Test
    void whatIsLiveHasNoBanner() {
        assertThat(page(new RunMode(true, false)).trial()).isEmpty();
    }

    @Test
    void withoutTheCatcherThereIsNoMailPageAndNoLinkToOne() {
        assertThat(page(new RunMode(false, false)).pages())
                .extracting(EveryPage.Link::name)
                .contains("worklist", "meetings", "feeds")
                .doesNotContain("mail");
        MailPage page = new MailPage(none, new Sight(Optional::empty, new PagesApp.FakePacks()), Clock.systemUTC());
        assertThatThrownBy(() -> page.list(new ConcurrentModel()))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        thrown -> assertThat(thrown.getStatusCode().value()).isEqualTo(404));
    }
}
