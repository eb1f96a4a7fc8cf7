package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.stepbridge.casework.IncomingPost.Kind;
import org.stepbridge.testing.Somebody;

class PostPageTest extends PagesTest {

    @Test
    void whatNobodyCouldMatchIsListedAndReadAndSettledWithAReason() {
        post.add(7, Kind.UNMATCHED, "Nobody can tell which request this mail is about.");

        assertThat(words("/post"))
                .contains("Nobody can tell what it is about", "The mailbox 3 hours", "Nobody can tell which request");
        assertThat(html("/post/7")).contains("We do not know &lt;this&gt; child.", "Settle it");
        assertThat(settle("7", "  ").getResponse().getRedirectedUrl()).isEqualTo("/post/7");
        assertThat(post.done).isEmpty();
        assertThat(settle("7", "It was spam.").getResponse().getRedirectedUrl()).isEqualTo("/post");
        assertThat(post.done).singleElement().asString().startsWith("7 user:").endsWith(" It was spam.");
        assertThat(words("/post")).contains("There is none.");
    }

    @Test
    void whatIsNotThereCannotBeRead() {
        assertThat(get("/post/7")).hasStatus(404);
    }

    private MvcTestResult settle(String id, String reason) {
        return browser.post()
                .uri("/post/" + id + "/settle")
                .param("reason", reason)
                .with(csrf())
                .with(user("somebody").authorities(Somebody.OF_EVERY_ROLE))
                .exchange();
    }
}
