package org.stepbridge.operations.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stepbridge.casework.CaughtMails;
import org.stepbridge.operations.settings.SettingNames;
import org.stepbridge.operations.settings.StepbridgeProperties;
import org.stepbridge.operations.settings.WhenSetting;

/** One mail session, to the catcher or to the council's relay. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    @Configuration(proxyBeanMethods = false)
    @WhenSetting(value = SettingNames.MAIL, set = false)
    static class EmbeddedOne {
        @Bean
        MailCatcher mailCatcher(StepbridgeProperties properties) {
            return MailCatcher.start(properties.home(), properties.mailCatcher().port(), Clock.systemUTC());
        }

        @Bean
        SmtpSettings smtpSettings(MailProperties mail, MailCatcher catcher) {
            return mail.toCatcher(catcher.port());
        }

        @Bean
        CaughtMails caughtMails(StepbridgeProperties properties) {
            return new CaughtMailFiles(properties.home());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @WhenSetting(value = SettingNames.MAIL, set = true)
    static class OutsideOne {
        @Bean
        SmtpSettings smtpSettings(MailProperties mail) {
            return mail.toRelay(Objects.requireNonNull(mail.host()));
        }
    }

    /** For whoever sends: host, port, sign-in, encryption and time limits are all in it. */
    @Bean
    Session mailSession(SmtpSettings smtp) {
        Properties properties = new Properties();
        properties.putAll(smtp.properties());
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        if (smtp.username() == null) {
            return Session.getInstance(properties);
        }
        PasswordAuthentication signIn = new PasswordAuthentication(smtp.username(), smtp.password());
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return signIn;
            }
        });
    }
}
