package org.stepbridge;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stepbridge.casework.Caseworker;
import org.stepbridge.casework.Packs;
import org.stepbridge.evidence.EvidenceCheck;
import org.stepbridge.evidence.NoteReader;

/** Puts the floors that know no framework together. */
@Configuration(proxyBeanMethods = false)
class CaseworkConfiguration {

    @Bean
    Caseworker caseworker(Packs packs, NoteReader reader) {
        return new Caseworker(packs, new EvidenceCheck(reader));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
