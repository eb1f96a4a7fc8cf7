package org.stepbridge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.testing.Given.MONDAY;
import static org.stepbridge.testing.Given.SHIRE;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.Inboxes.UnreadFile;
import org.stepbridge.casework.Overview.AttentionLine;
import org.stepbridge.casework.UnreadFiles;
import org.stepbridge.model.Authority;
import org.stepbridge.testing.Given;

class AlarmDeskTest {

    @Test
    void an_authority_is_told_of_its_files_and_of_its_folders_that_cannot_be_listed() {
        assertThat(told(
                        new UnreadFile("shire", "inbox/shire/lcs", "a.csv", MONDAY, "No feed takes it."),
                        new UnreadFile("shire", "inbox/shire", "ehm", MONDAY, "It cannot be listed.")))
                .isEqualTo(Map.of(
                        SHIRE,
                        List.of(
                                new AttentionLine("unread", "inbox/shire/lcs/a.csv", MONDAY, "No feed takes it."),
                                new AttentionLine("unread", "inbox/shire/ehm", MONDAY, "It cannot be listed."))));
    }

    @Test
    void everybody_is_told_of_an_inbox_of_nobody_but_not_of_the_names_in_it() {
        assertThat(told(
                        new UnreadFile("elsewhere", "inbox/elsewhere/lcs", "Smith.csv", MONDAY, "It is not live."),
                        new UnreadFile("elsewhere", "inbox/elsewhere/ehm", "b.csv", MONDAY, "It is not live.")))
                .isEqualTo(Map.of(
                        SHIRE,
                        List.of(new AttentionLine(
                                "unread",
                                "inbox/elsewhere",
                                MONDAY,
                                "2 things lie here that nobody reads. It is not live."))));
    }

    @Test
    void what_cannot_be_read_is_told_once_it_has_been_so_for_the_packs_time() {
        UnreadFile mailbox = new UnreadFile("shire", "mailbox", "replies", MONDAY, "The mailbox cannot be read.");
        assertThat(told(MONDAY.plus(Duration.ofMinutes(59)), List.of(mailbox))).isEqualTo(Map.of(SHIRE, List.of()));
        assertThat(told(MONDAY.plus(Duration.ofHours(1)), List.of(mailbox)))
                .isEqualTo(Map.of(
                        SHIRE,
                        List.of(new AttentionLine(
                                "unread", "mailbox/replies", MONDAY, "The mailbox cannot be read."))));
    }

    private static Map<Authority, List<AttentionLine>> told(UnreadFile... unread) {
        return told(MONDAY, List.of(), unread);
    }

    private static Map<Authority, List<AttentionLine>> told(
            Instant now, List<UnreadFile> givenUp, UnreadFile... unread) {
        Map<Authority, List<AttentionLine>> told = new HashMap<>();
        AlarmDesk desk = new AlarmDesk(
                (authority, lines) -> {
                    told.put(authority, List.copyOf(lines));
                    return 0;
                },
                new UnreadFiles(() -> List.of(unread), () -> givenUp),
                Given.packs(),
                Given.clock(() -> now));
        desk.look();
        return told;
    }
}
