package org.stepbridge.routing;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.springframework.stereotype.Component;

/** Lets Camel's mail component send composed messages over connections that are kept open. */
@Component("mailDoor")
final class MailDoor extends DefaultJavaMailSender {
    private final Transport transport;

    MailDoor(Transport mailTransport) {
        this.transport = mailTransport;
    }

    @Override
    public void send(MimeMessage message) throws MessagingException {
        transport.sendMessage(message, message.getAllRecipients());
    }
}
