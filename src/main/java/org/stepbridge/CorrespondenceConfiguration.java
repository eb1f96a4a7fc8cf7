package org.stepbridge;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stepbridge.casework.Actions;
import org.stepbridge.casework.Caseworker;
import org.stepbridge.casework.Correspondence;
import org.stepbridge.casework.IncomingPost;

/** Puts together what deals with what comes back; {@code check} has none of it. */
@Configuration(proxyBeanMethods = false)
class CorrespondenceConfiguration {

    @Bean
    Correspondence correspondence(IncomingPost post, Actions actions, Caseworker caseworker) {
        return new Correspondence(post, actions, caseworker);
    }
}
