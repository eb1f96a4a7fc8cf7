package org.stepbridge.protocol;

import java.util.Map;

/**
 * How a post in the directory gets its mailbox.
 *
 * @param addressField the request's field that holds the address itself, empty for none
 * @param keyField the request's field that chooses among the mailboxes, empty for none
 * @param mailboxes value of that field to address
 * @param fallback the address when nothing else gives an allowed one
 */
public record Post(String addressField, String keyField, Map<String, String> mailboxes, String fallback) {
    public Post {
        mailboxes = Map.copyOf(mailboxes);
    }
}
