package org.stepbridge.dispatch;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import org.stepbridge.casework.Pack;

/** Turns addresses as text into addresses that cannot break a header. */
final class Addresses {
    private Addresses() {}

    /** The address if it is a plain one in an allowed domain, else nothing. */
    static String allowedOrEmpty(String address, Pack pack) {
        String plain = address.strip();
        return pack.allows(plain) ? plain : "";
    }

    /**
     * These addresses. They were checked when the request was decided; whatever is no plain address in a domain that the
     * pack still allows is refused here, before a connection is opened.
     *
     * @throws IllegalArgumentException naming the place in the list, never the address
     */
    static InternetAddress[] allowed(List<String> addresses, Pack pack) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("the delivery has no recipient: correct the directory and resend it");
        }
        InternetAddress[] allowed = new InternetAddress[addresses.size()];
        for (int i = 0; i < allowed.length; i++) {
            String role = "recipient " + (i + 1);
            allowed[i] = plain(addresses.get(i), role);
            if (!pack.allows(addresses.get(i))) {
                throw new IllegalArgumentException(
                        role + " is outside the allowed domains: correct the directory and resend it");
            }
        }
        return allowed;
    }

    /** This address. @throws IllegalArgumentException naming its role, never the address */
    static InternetAddress plain(String address, String role) {
        if (address.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            try {
                return new InternetAddress(address, true);
            } catch (AddressException notPlain) {
                // Its message quotes the address.
            }
        }
        throw new IllegalArgumentException(role + " is not a plain address: correct the directory and resend it");
    }
}
