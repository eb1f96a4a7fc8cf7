package org.stepbridge.packs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.stepbridge.casework.Nearest;
import org.stepbridge.casework.Pack.MailIdentity;
import org.stepbridge.protocol.Directory;
import org.stepbridge.protocol.Post;

/** Reads {@code directory.yaml}. */
final class DirectoryReader {
    private final Item root;
    private final Set<String> fields;

    /** @param fields the fields that the feeds bring */
    DirectoryReader(Item root, Set<String> fields) {
        this.root = root;
        this.fields = fields;
    }

    Directory directory() {
        Directory domains = new Directory(Map.of(), new HashSet<>(root.texts("allowedDomains")));
        Map<String, Post> posts = new HashMap<>();
        root.entries("posts").forEach((name, post) -> posts.put(name, post(post, domains)));
        return new Directory(posts, domains.allowedDomains());
    }

    MailIdentity mail() {
        Item mail = root.at("mail");
        return new MailIdentity(mail.text("from"), mail.text("domain"));
    }

    private Post post(Item post, Directory domains) {
        Map<String, String> mailboxes = new HashMap<>();
        post.entries("mailboxes").forEach((value, address) -> mailboxes.put(value, allowed(address, domains)));
        return new Post(field(post, "address"), field(post, "by"), mailboxes, allowed(post.at("mailbox"), domains));
    }

    private String field(Item post, String key) {
        post.find(key)
                .filter(field -> !fields.contains(field.text()))
                .ifPresent(field -> field.wrong("no feed of requests brings a field '" + field.text() + "'"
                        + Nearest.hint(field.text(), fields)));
        return post.text(key);
    }

    private static String allowed(Item address, Directory domains) {
        if (!domains.allows(address.text())) {
            address.wrong("this address is not in an allowed domain; correct it or add its domain to allowedDomains ("
                    + Nearest.list(domains.allowedDomains()) + ")");
        }
        return address.text();
    }
}
