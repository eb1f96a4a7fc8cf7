package org.stepbridge;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stepbridge.casework.GivenUpFiles;
import org.stepbridge.casework.Inboxes;
import org.stepbridge.casework.UnreadFiles;

/** Puts together what several adapters know of files that need somebody. */
@Configuration(proxyBeanMethods = false)
class AttentionConfiguration {

    @Bean
    UnreadFiles unreadFiles(Inboxes inboxes, List<GivenUpFiles> givenUp) {
        return new UnreadFiles(
                inboxes,
                () -> givenUp.stream().flatMap(each -> each.givenUp().stream()).toList());
    }
}
