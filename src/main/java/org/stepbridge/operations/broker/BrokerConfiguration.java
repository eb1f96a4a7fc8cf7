package org.stepbridge.operations.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.Objects;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stepbridge.operations.settings.SettingNames;
import org.stepbridge.operations.settings.StepbridgeProperties;
import org.stepbridge.operations.settings.WhenSetting;

/** One pooled connection factory, to the embedded broker or to an outside one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ArtemisProperties.class)
class BrokerConfiguration {

    @Configuration(proxyBeanMethods = false)
    @WhenSetting(value = SettingNames.BROKER, set = false)
    static class EmbeddedOne {
        @Bean
        EmbeddedBroker embeddedBroker(StepbridgeProperties properties) {
            return EmbeddedBroker.start(properties.home(), properties.broker());
        }

        @Bean
        BrokerAddress brokerAddress(EmbeddedBroker broker) {
            return broker.address();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @WhenSetting(value = SettingNames.BROKER, set = true)
    static class OutsideOne {
        @Bean
        BrokerAddress brokerAddress(ArtemisProperties artemis) {
            return new BrokerAddress(Objects.requireNonNull(artemis.brokerUrl()), artemis.user(), artemis.password());
        }
    }

    @Bean(destroyMethod = "stop")
    JmsPoolConnectionFactory connectionFactory(BrokerAddress address) {
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(artemis(address));
        pool.setMaxConnections(4);
        return pool;
    }

    static ActiveMQConnectionFactory artemis(BrokerAddress address) {
        ActiveMQConnectionFactory artemis =
                new ActiveMQConnectionFactory(address.url(), address.user(), address.password());
        // Messages are JSON text; a serialised Java object has no business on the queues.
        artemis.setDeserializationDenyList("*");
        return artemis;
    }

    /** A working connection, whichever broker it is. */
    @Bean
    HealthIndicator brokerHealthIndicator(ConnectionFactory connectionFactory) {
        return () -> {
            try (Connection connection = connectionFactory.createConnection()) {
                connection.createSession().close();
                return Health.up()
                        .withDetail("provider", connection.getMetaData().getJMSProviderName())
                        .build();
            } catch (JMSException e) {
                return Health.down(e).build();
            }
        };
    }
}
