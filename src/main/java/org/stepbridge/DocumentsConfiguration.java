package org.stepbridge;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stepbridge.casework.DocumentFinder;
import org.stepbridge.casework.DocumentStore;
import org.stepbridge.casework.Documents;

/** Puts together what finds documents and what keeps them. */
@Configuration(proxyBeanMethods = false)
class DocumentsConfiguration {

    @Bean
    Documents documents(DocumentFinder finder, DocumentStore store) {
        return new Documents(finder, store);
    }
}
