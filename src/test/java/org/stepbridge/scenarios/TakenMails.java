package org.stepbridge.scenarios;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Everybody who reads the mail that the program sends. */
final class TakenMails {
    private final GreenMail server;
    private final Books books;
    private final Set<String> seen = new TreeSet<>();

    TakenMails(GreenMail server, Books books) {
        this.server = server;
        this.books = books;
    }

    void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
            seen.clear();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes every mail that is there, each once however many have it. */
    List<Map<String, Object>> take() throws MessagingException, IOException {
        Map<UUID, MimeMessage> found = new LinkedHashMap<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            String id = mail.getMessageID();
            if (!seen.contains(id)) {
                found.put(UUID.fromString(id.substring(1, id.indexOf('@'))), mail);
            }
        }
        Map<UUID, String> templates = books.templates(List.copyOf(found.keySet()));
        List<Map<String, Object>> mails = new ArrayList<>();
        for (var entry : found.entrySet()) {
            MimeMessage mail = entry.getValue();
            seen.add(mail.getMessageID());
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("template", templates.getOrDefault(entry.getKey(), ""));
            one.put("to", to(mail));
            one.put("subject", mail.getSubject());
            one.put("says", text(mail.getContent()));
            one.put("attachments", attachments(mail.getContent()));
            mails.add(one);
        }
        return mails;
    }

    private static List<String> to(MimeMessage mail) throws MessagingException {
        return Arrays.stream(mail.getRecipients(Message.RecipientType.TO))
                .map(Address::toString)
                .sorted()
                .toList();
    }

    private static List<String> attachments(Object content) throws MessagingException {
        List<String> names = new ArrayList<>();
        if (content instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                if (parts.getBodyPart(i).getFileName() != null) {
                    names.add(parts.getBodyPart(i).getFileName());
                }
            }
        }
        return names;
    }

    private static String text(Object content) throws MessagingException, IOException {
        StringBuilder text = new StringBuilder();
        if (content instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(text(parts.getBodyPart(i).getContent())).append('\n');
            }
        } else if (content instanceof String words) {
            text.append(words);
        }
        return text.toString();
    }
}
