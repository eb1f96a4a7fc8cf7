package org.stepbridge.routing;

import jakarta.mail.PasswordAuthentication;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.mail.MailAuthenticator;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;

/** Makes the routes by which the answers to what was sent to a live authority's hub and MASH come back. */
@Component
class ReplyRoutes {
    private static final String HUB =
            "?transacted=true&lazyCreateTransactionManager=false&cacheLevelName=CACHE_CONSUMER"
                    + "&disableReplyTo=true&acceptMessagesWhileStopping=false&errorHandlerLoggingLevel=OFF"
                    + "&errorHandlerLogStackTrace=false";

    private final Packs packs;
    private final MailboxSettings settings;
    private final MailboxWatches watches;

    ReplyRoutes(Packs packs, MailboxSettings settings, MailboxWatches watches) {
        this.packs = packs;
        this.settings = settings;
        this.watches = watches;
    }

    void add(CamelContext context) {
        for (Pack pack : packs.live()) {
            String authority = pack.authority().name();
            TemplatedRouteBuilder.builder(context, "take-hub-reply")
                    .routeId("take-hub-reply-" + authority)
                    .parameter("endpoint", "jms:queue:hub." + authority + ".replies" + HUB)
                    .parameter("authority", authority)
                    .add();
            Optional.ofNullable(settings.mailboxes().get(authority))
                    .ifPresent(mailbox -> add(context, authority, mailbox));
        }
    }

    private void add(CamelContext context, String authority, MailboxSettings.Mailbox mailbox) {
        Properties mail = new Properties();
        String protocol = mailbox.encrypted() ? "imaps" : "imap";
        mail.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        mail.put("mail." + protocol + ".connectiontimeout", "10000");
        mail.put("mail." + protocol + ".timeout", "60000");
        mail.put("mail." + protocol + ".writetimeout", "60000");
        context.getRegistry().bind("mailbox-properties-" + authority, mail);
        context.getRegistry().bind("mailbox-account-" + authority, account(mailbox));
        context.getRegistry().bind("mailbox-watch-" + authority, watches.of(authority));
        TemplatedRouteBuilder.builder(context, "take-mail")
                .routeId("take-mail-" + authority)
                .parameter("endpoint", uri(authority, protocol, mailbox))
                .parameter("authority", authority)
                .add();
    }

    /** Everything in the folder is taken, read by people or not, and moved only once it is filed. */
    private static String uri(String authority, String protocol, MailboxSettings.Mailbox mailbox) {
        return protocol + "://" + mailbox.host() + ":" + mailbox.port() + "?folderName=" + mailbox.folder() + "&moveTo="
                + mailbox.read() + "&unseen=false&peek=true&mapMailMessage=false&closeFolder=true&disconnect=true"
                + "&maxMessagesPerPoll=100&fetchSize=100&initialDelay=0&delay="
                + mailbox.poll().toMillis() + "&authenticator=#mailbox-account-" + authority
                + "&additionalJavaMailProperties=#mailbox-properties-" + authority + "&pollStrategy=#mailbox-watch-"
                + authority + "&exceptionHandler=#mailbox-watch-" + authority;
    }

    /** Set here and not in the URI, which is shown and logged. */
    private static MailAuthenticator account(MailboxSettings.Mailbox mailbox) {
        PasswordAuthentication account = new PasswordAuthentication(mailbox.user(), mailbox.password());
        return new MailAuthenticator() {
            @Override
            public PasswordAuthentication getPasswordAuthentication() {
                return account;
            }
        };
    }
}
