package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.stepbridge.testing.FakeLogins;
import org.stepbridge.testing.Somebody;

/** One context for all tests of pages, emptied before each. */
@SpringBootTest(classes = PagesApp.class)
@AutoConfigureMockMvc
abstract class PagesTest {
    @Autowired
    MockMvcTester browser;

    @Autowired
    FakeOverview ledger;

    @Autowired
    PagesApp.FakePacks packs;

    @Autowired
    PagesApp.FakeInboxes inboxes;

    @Autowired
    FakeCaughtMails mails;

    @Autowired
    FakeLogins logins;

    @Autowired
    FakeCaseFiles files;

    @Autowired
    FakeQueues queues;

    @Autowired
    FakeClockReport clocks;

    @Autowired
    FakeAgendas agendas;

    @Autowired
    FakeIncomingPost post;

    @Autowired
    PagesApp.FakeResubmissions resubmissions;

    @Autowired
    FakeAuditTrail trail;

    @Autowired
    FakeSentParcels sent;

    @Autowired
    FakeRejects rejects;

    @Autowired
    FakeActions actions;

    @Autowired
    FakePushes pushes;

    @BeforeEach
    void empty() {
        pushes.clear();
        ledger.clear();
        packs.clear();
        inboxes.clear();
        mails.clear();
        files.clear();
        queues.waiting.clear();
        clocks.clear();
        agendas.items.clear();
        post.clear();
        resubmissions.history.clear();
        trail.clear();
        sent.clear();
        rejects.read.clear();
        rejects.report = null;
        actions.clear();
        logins.clear();
    }

    /** What comes when somebody of every role opens this address. */
    MvcTestResult get(String address) {
        return browser.get()
                .uri(address)
                .with(user("somebody").authorities(Somebody.OF_EVERY_ROLE))
                .exchange();
    }

    /** The words of the page at this address, without its markup. */
    String words(String address) {
        return html(address)
                .replaceAll("(?s)<head>.*?</head>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The markup of the page at this address, which must be there. */
    String html(String address) {
        MvcTestResult result = get(address);
        assertThat(result).hasStatusOk().hasContentTypeCompatibleWith("text/html;charset=UTF-8");
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
