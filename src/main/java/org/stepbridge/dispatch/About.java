package org.stepbridge.dispatch;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepbridge.casework.Incoming;
import org.stepbridge.casework.Pack;
import org.stepbridge.model.Reference;

/** Which mail of ours a mail is about, by its headers. */
final class About {
    private static final Pattern OURS =
            Pattern.compile("<([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})@([^<>@\\s]+)>");
    private static final Pattern REFERENCE = Pattern.compile("(?<![A-Z0-9-])[A-Z]{3}-\\d{4}-\\d{6,18}(?![0-9-])");

    private About() {}

    /** What this mail answers; of a mail that came back, which one it is. */
    static Incoming.About of(Pack pack, Message mail) throws MessagingException {
        Set<UUID> deliveries = new LinkedHashSet<>();
        for (String header : List.of("Message-ID", "In-Reply-To")) {
            deliveries.addAll(ids(pack, MailReader.header(mail, header)));
        }
        List<UUID> thread = ids(pack, MailReader.header(mail, "References"));
        for (int i = thread.size() - 1; i >= 0; i--) {
            deliveries.add(thread.get(i));
        }
        Set<Reference> references = new LinkedHashSet<>();
        String subject = mail.getSubject();
        Matcher found = REFERENCE.matcher(
                MailReader.header(mail, "X-Stepbridge-Reference") + " " + (subject == null ? "" : subject));
        while (found.find()) {
            if (found.group().startsWith(pack.code() + "-")) {
                references.add(new Reference(found.group()));
            }
        }
        return new Incoming.About(List.copyOf(deliveries), List.copyOf(references));
    }

    private static List<UUID> ids(Pack pack, String header) {
        List<UUID> ids = new ArrayList<>();
        Matcher found = OURS.matcher(header);
        while (found.find()) {
            if (found.group(2).equalsIgnoreCase(pack.mail().domain())) {
                ids.add(UUID.fromString(found.group(1)));
            }
        }
        return ids;
    }
}
