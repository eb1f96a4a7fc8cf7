package org.stepbridge.routing;

import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.jms.JmsConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Correspondence;
import org.stepbridge.casework.Incoming;

/** Where the routes hand over what came back. */
@Component("replyDesk")
final class ReplyDesk {
    /** Says on a message that was set aside what is wrong with it. */
    static final String PROBLEM = "StepbridgeProblem";

    private static final Logger LOG = LoggerFactory.getLogger(ReplyDesk.class);
    private static final String WHOLE = "whole";

    private final Correspondence correspondence;

    ReplyDesk(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    /** Remembers the message as it came, and gives its text; what is no text is empty. */
    public String open(Exchange exchange) {
        exchange.setProperty(WHOLE, exchange.getMessage().copy());
        return Objects.requireNonNullElse(exchange.getMessage().getBody(String.class), "");
    }

    /**
     * Deals with the hub's reply in the body. One that is bad becomes the whole message again, addressed to the queue of
     * bad ones, and the header {@code bad} says so.
     */
    public void takeReply(String authority, Exchange exchange) {
        Optional<String> problem = take(exchange);
        Message whole = Objects.requireNonNull(exchange.getProperty(WHOLE, Message.class));
        Message out = exchange.getMessage();
        out.setBody(whole.getBody());
        out.setHeaders(whole.getHeaders());
        // nothing that came in steers where it goes
        out.removeHeaders("Camel*");
        out.removeHeader("JMSReplyTo");
        out.setHeader("bad", problem.isPresent());
        if (problem.isPresent()) {
            LOG.warn("{}: a reply of the hub was set aside: {}", authority, problem.get());
            out.setHeader(PROBLEM, problem.get());
            out.setHeader(JmsConstants.JMS_DESTINATION_NAME, "hub." + authority + ".replies.invalid");
        }
    }

    /** Deals with the mail in the body. */
    public void takeMail(Exchange exchange) {
        take(exchange);
    }

    /** What could not be dealt with now is not taken away, and comes again. */
    public void trouble(Exchange exchange) {
        Throwable cause = Objects.requireNonNull(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        LOG.warn("{}: {}; it stays where it is and is taken again", exchange.getFromRouteId(), Problem.of(cause));
    }

    private Optional<String> take(Exchange exchange) {
        return correspondence.take(Objects.requireNonNull(exchange.getMessage().getBody(Incoming.class)));
    }
}
