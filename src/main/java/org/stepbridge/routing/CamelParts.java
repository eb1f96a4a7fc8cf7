package org.stepbridge.routing;

import jakarta.jms.ConnectionFactory;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.spi.TransactedPolicy;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.connection.JmsTransactionManager;

/** Components and policies that the routes name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeliverySettings.class, MailboxSettings.class, SftpSettings.class, SqlSettings.class})
class CamelParts {

    @Bean("jms")
    JmsComponent jms(ConnectionFactory connectionFactory) {
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(connectionFactory);
        jms.setDeliveryPersistent(true);
        jms.setDestinationResolver(new KnownQueues());
        return jms;
    }

    /** One broker transaction for a batch. Its manager is no bean: the program's one transaction manager is the ledger's. */
    @Bean
    TransactedPolicy hubTransaction(ConnectionFactory connectionFactory) {
        return new SpringTransactionPolicy(new JmsTransactionManager(connectionFactory));
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService referralWorkers(CamelContext context, DeliverySettings settings) {
        return workers(context, "referrals", settings.connections());
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService noticeWorkers(CamelContext context, DeliverySettings settings) {
        return workers(context, "notices", settings.connections());
    }

    /** Camel's own fixed pool has no queue: what finds no thread free would run inside the one before it. */
    private static ExecutorService workers(CamelContext context, String name, int threads) {
        ThreadPoolProfile profile = new ThreadPoolProfileBuilder(name)
                .poolSize(threads)
                .maxPoolSize(threads)
                .maxQueueSize(Integer.MAX_VALUE)
                .build();
        return context.getExecutorServiceManager().newThreadPool(context, name, profile);
    }

    /** What a dead worker left is taken over before any new work; then each feed gets its route. */
    @Bean
    CamelContextConfiguration beforeAndAfterStart(
            OutboxDesk outboxDesk, InboxDesk inboxDesk, FeedRoutes feedRoutes, ReplyRoutes replyRoutes) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                outboxDesk.recover();
                inboxDesk.noteMoved();
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                feedRoutes.add(context);
                replyRoutes.add(context);
            }
        };
    }
}
