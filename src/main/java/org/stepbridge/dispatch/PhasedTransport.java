package org.stepbridge.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection that remembers how far a conversation got. A server may keep a message only once it has seen the dot
 * that ends it (RFC 5321, 4.1.1.4): what fails before is known not to have arrived; what fails after it without a
 * refusal may have.
 */
class PhasedTransport extends SMTPTransport {
    private boolean dotSent;
    private int answerToDot;

    PhasedTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /** To be called before each message. */
    void begin() {
        dotSent = false;
        answerToDot = 0;
    }

    /** Whether the message may have arrived although the conversation failed. */
    boolean mayHaveArrived() {
        return dotSent && (answerToDot < 400 || answerToDot > 599);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        dotSent = true;
        try {
            super.finishData();
        } finally {
            answerToDot = getLastReturnCode();
        }
    }
}
