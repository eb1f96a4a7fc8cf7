package org.stepbridge.dispatch;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What others may have of this package by its standard type. */
@Configuration(proxyBeanMethods = false)
class DispatchBeans {

    /** The way to the mail server; its connections are kept open between messages. */
    @Bean(destroyMethod = "close")
    Transport mailTransport(Session mailSession, Clock clock) {
        return new SmtpConnections(mailSession, clock);
    }
}
