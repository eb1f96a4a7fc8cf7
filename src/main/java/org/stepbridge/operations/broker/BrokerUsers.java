package org.stepbridge.operations.broker;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.jspecify.annotations.Nullable;
import org.stepbridge.operations.settings.BrokerPort;

/**
 * Who may connect. Without a port only this process can, and nobody is asked; with one, the configured user reaches
 * the hub's queues alone, and this process uses a password that is made at each start.
 */
record BrokerUsers(
        Optional<ActiveMQSecurityManager> securityManager,
        @Nullable String ownUser,
        @Nullable String ownPassword) {
    private static final String OWN = "stepbridge-itself";
    private static final String HUB = "hub";

    static BrokerUsers of(BrokerPort port) {
        if (port.port() == null) {
            return new BrokerUsers(Optional.empty(), null, null);
        }
        String ownPassword = UUID.randomUUID().toString();
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(OWN, ownPassword);
        users.addRole(OWN, OWN);
        users.addUser(Objects.requireNonNull(port.user()), Objects.requireNonNull(port.password()));
        users.addRole(Objects.requireNonNull(port.user()), HUB);
        return new BrokerUsers(
                Optional.of(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users)), OWN, ownPassword);
    }

    boolean asked() {
        return securityManager.isPresent();
    }

    /** What everybody but this process may do with any address: nothing. */
    static Set<Role> everywhere() {
        return Set.of(all());
    }

    /** What the hub may do with {@code hub.#}: send, consume, browse and make what is not there. */
    static Set<Role> onHubQueues() {
        return Set.of(
                all(), new Role(HUB, true, true, true, false, false, false, false, true, true, false, false, false));
    }

    private static Role all() {
        return new Role(OWN, true, true, true, true, true, true, true, true, true, true, true, true);
    }
}
