package org.stepbridge.routing;

import org.springframework.stereotype.Component;
import org.stepbridge.casework.AuditChain;

/** Where the seal route has the audit's entries sealed. */
@Component("auditDesk")
final class AuditDesk {
    private final AuditChain chain;

    AuditDesk(AuditChain chain) {
        this.chain = chain;
    }

    /** Seals what can be sealed. */
    public void seal() {
        chain.seal();
    }
}
