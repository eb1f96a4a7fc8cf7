package org.stepbridge.routing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are fetched from councils' SFTP servers.
 *
 * @param knownHosts the file with the servers' keys, as {@code ssh-keyscan} writes them; {@code sftp/known_hosts} under
 *     {@code stepbridge.home} unless given. A server whose key is not in it is never talked to
 * @param poll how often a server is looked at
 * @param accounts who the program is there
 */
@ConfigurationProperties("stepbridge.sftp")
record SftpSettings(
        @Nullable Path knownHosts,
        @DefaultValue("30s") Duration poll,
        @DefaultValue List<Account> accounts) {
    SftpSettings {
        if (poll.toMillis() < 1) {
            throw new IllegalArgumentException("stepbridge.sftp.poll must be longer than nothing");
        }
        accounts = List.copyOf(accounts);
    }

    /**
     * Who the program is on one server: by a private key, a password, or both.
     *
     * @param host the server as the feed's URI names it
     * @param user the user's name there
     * @param password empty when a key is enough
     * @param privateKey the file with the private key, if there is one
     * @param passphrase what opens that file; empty when it is not encrypted
     */
    record Account(
            String host,
            String user,
            @DefaultValue("") String password,
            @Nullable Path privateKey,
            @DefaultValue("") String passphrase) {
        Account {
            if (password.isEmpty() && privateKey == null) {
                throw new IllegalArgumentException(
                        "stepbridge.sftp.accounts: the account on " + host + " needs a password or a private-key");
            }
        }

        @Override
        public String toString() {
            return "Account[" + host + ", masked]";
        }
    }

    Optional<Account> account(String host) {
        return accounts.stream()
                .filter(account -> account.host().equalsIgnoreCase(host))
                .findFirst();
    }
}
