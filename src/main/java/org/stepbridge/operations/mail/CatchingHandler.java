package org.stepbridge.operations.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;

/** One SMTP transaction: the message is a file before it is acknowledged. */
final class CatchingHandler implements MessageHandler {
    private final MailFolder folder;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    CatchingHandler(MailFolder folder) {
        this.folder = folder;
    }

    @Override
    public void from(String address) {
        sender = address;
    }

    @Override
    public void recipient(String address) {
        recipients.add(address);
    }

    @Override
    public @Nullable String data(InputStream message) throws IOException {
        folder.keep(sender, recipients, message);
        return null;
    }

    @Override
    public void done() {
        // Nothing is held open between messages.
    }
}
