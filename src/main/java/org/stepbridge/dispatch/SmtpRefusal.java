package org.stepbridge.dispatch;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;

/** What a mail server's no means, in words without addresses: a server's own answer often quotes them. */
final class SmtpRefusal {
    private SmtpRefusal() {}

    /** The server answered with this code. */
    static MessagingException of(int code, Exception cause) {
        String kind = code < 500 ? "for now" : "for good";
        return new MessagingException(
                "the mail server refused the message " + kind + " with code " + code, quiet(cause));
    }

    /** No conversation came about. */
    static MessagingException atConnect(MessagingException cause) {
        return cause instanceof AuthenticationFailedException
                ? new MessagingException(
                        "the mail server refused the sign-in: check spring.mail.username and .password")
                : new MessagingException("no connection to the mail server ("
                        + root(cause).getClass().getSimpleName() + ")");
    }

    /** The kind of failure and where, without the words: the stack is worth keeping, the server's quotation is not. */
    static Exception quiet(Exception cause) {
        Exception quiet = new Exception(cause.getClass().getSimpleName());
        quiet.setStackTrace(cause.getStackTrace());
        return quiet;
    }

    @SuppressWarnings("ReferenceEquality") // some exceptions are their own cause
    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
