package org.stepbridge.operations.broker;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.DiskFullMessagePolicy;
import org.stepbridge.operations.settings.BrokerPort;

/** How the embedded broker keeps messages. */
final class BrokerSettings {
    private static final long MEGABYTE = 1024L * 1024;

    private BrokerSettings() {}

    static Configuration of(Path folder, String inVm, BrokerPort port, BrokerUsers users) {
        Configuration configuration = new ConfigurationImpl()
                .setName("stepbridge")
                .setPersistenceEnabled(true)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setJournalType(JournalType.NIO)
                .setJournalDatasync(true)
                // The default waits 3.3 ms for company before each sync.
                .setJournalBufferTimeout_NIO(200_000)
                // Delivery ids of at least one long outage, kept through a restart.
                .setIDCacheSize(200_000)
                .setPersistIDCache(true)
                .setGlobalMaxSize(100 * MEGABYTE)
                .setMinDiskFree(256 * MEGABYTE)
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(users.asked());
        try {
            configuration.addAcceptorConfiguration("in-vm", inVm);
            if (port.port() != null) {
                configuration.addAcceptorConfiguration(
                        "loopback", "tcp://127.0.0.1:" + port.port() + "?protocols=CORE,AMQP");
                configuration.putSecurityRoles("#", BrokerUsers.everywhere());
                configuration.putSecurityRoles("hub.#", BrokerUsers.onHubQueues());
            }
        } catch (Exception e) {
            throw new IllegalStateException("The broker's addresses are written wrongly here", e);
        }
        return configuration;
    }

    /** Besides what holds everywhere: the program sets bad replies aside itself, and a database that is away spoils none. */
    static AddressSettings replies() {
        return new AddressSettings().setMaxDeliveryAttempts(-1);
    }

    static AddressSettings addresses(Duration firstRedelivery) {
        return new AddressSettings()
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                // Memory stays bounded however long the hub reads nothing.
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(20 * MEGABYTE)
                .setPageSizeBytes((int) MEGABYTE)
                // An error that the outbox retries, not a sender that hangs.
                .setDiskFullMessagePolicy(DiskFullMessagePolicy.FAIL)
                .setMaxDeliveryAttempts(10)
                .setRedeliveryDelay(firstRedelivery.toMillis())
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(Math.min(60_000, firstRedelivery.toMillis() * 60))
                // One dead letter queue for each address, so for each authority.
                .setDeadLetterAddress(SimpleString.of("DLQ"))
                .setAutoCreateDeadLetterResources(true)
                .setDeadLetterQueuePrefix(SimpleString.of("DLQ."))
                .setExpiryAddress(SimpleString.of("expired"))
                .setAutoCreateExpiryResources(true);
    }
}
