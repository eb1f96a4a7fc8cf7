package org.stepbridge.routing;

import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.Pack;

/**
 * Makes a route of the template {@code fetch} for a feed on an SFTP server. What it fetches it moves to {@code .fetched}
 * there, unless the feed's URI says {@code delete}, {@code move} or {@code noop}. With step-ups come the documents that lie
 * beside their export.
 */
@Component
final class FetchRoutes implements Arrivals {
    /** A step-up is sent as soon as it is read: what it names should lie there by then. */
    private static final Comparator<GenericFile<?>> DOCUMENTS_FIRST = Comparator.<GenericFile<?>, Boolean>comparing(
                    file -> !FetchedFile.isDocument(FetchedFile.name(file)))
            .thenComparing(FetchedFile::name);

    private final Home home;
    private final SftpSettings settings;
    private final FetchDesk desk;

    FetchRoutes(Home home, SftpSettings settings, FetchDesk desk) {
        this.home = home;
        this.settings = settings;
        this.desk = desk;
    }

    @Override
    public boolean brings(Feed feed) {
        return feed.uri().startsWith("sftp:");
    }

    @Override
    public void add(CamelContext context, Pack pack, Feed feed) {
        String host = Optional.ofNullable(URI.create(feed.uri()).getHost()).orElse("");
        Optional<SftpSettings.Account> account = settings.account(host);
        if (account.isEmpty()) {
            desk.cannot(
                    pack.authority(),
                    feed,
                    "There is no account on " + host
                            + "; nothing is fetched. Set stepbridge.sftp.accounts[…].host, .user and"
                            + " .password or .private-key, and start again.");
            return;
        }
        String id = pack.authority() + "-" + feed.id();
        GenericFileFilter<Object> filter = file -> {
            String name = FetchedFile.name(file);
            return file.isDirectory() ? FetchedFile.mayHold(feed, name) : FetchedFile.isOf(feed, name);
        };
        context.getRegistry().bind("fetch-filter-" + id, filter);
        context.getRegistry().bind("fetch-order", DOCUMENTS_FIRST);
        context.getRegistry().bind("fetch-watch-" + id, desk.watch(pack.authority(), feed));
        String uri = uri(pack, feed, id);
        SftpEndpoint endpoint = context.getEndpoint(uri, SftpEndpoint.class);
        logIn(endpoint.getConfiguration(), account.get());
        TemplatedRouteBuilder.builder(context, "fetch")
                .routeId("fetch-" + id)
                .parameter("endpoint", uri)
                .parameter("authority", pack.authority().name())
                .parameter("feed", feed.id())
                .add();
    }

    @Override
    public boolean idle() {
        return desk.idle();
    }

    private String uri(Pack pack, Feed feed, String id) {
        boolean says = feed.uri().matches(".*[?&](delete|move|noop)=.*");
        Path spool =
                home.path().resolve("spool").resolve(pack.authority().name()).resolve(feed.id());
        return feed.uri() + (feed.uri().indexOf('?') < 0 ? "?" : "&")
                + (says ? "" : "move=.fetched/${file:name}&")
                + "autoCreate=false&stepwise=false&disconnect=true&readLock=changed&readLockMinAge=2s"
                + "&readLockTimeout=20s&connectTimeout=10000&soTimeout=60000&maximumReconnectAttempts=0"
                + "&throwExceptionOnConnectFailed=true&recursive=true&maxDepth=" + FetchedFile.DEPTH
                + "&sorter=#fetch-order&initialDelay=0&delay="
                + settings.poll().toMillis() + "&localWorkDirectory=" + spool + "&filter=#fetch-filter-" + id
                + "&pollStrategy=#fetch-watch-" + id + "&exceptionHandler=#fetch-watch-" + id;
    }

    /** Set here and not in the URI, which is shown and logged. */
    private void logIn(SftpConfiguration server, SftpSettings.Account account) {
        Path knownHosts = settings.knownHosts();
        server.setUsername(account.user());
        server.setStrictHostKeyChecking("yes");
        server.setUseUserKnownHostsFile(false);
        server.setAutoCreateKnownHostsFile(false);
        server.setKnownHostsFile(
                (knownHosts == null ? home.path().resolve("sftp").resolve("known_hosts") : knownHosts).toString());
        server.setPreferredAuthentications("publickey,password");
        if (!account.password().isEmpty()) {
            server.setPassword(account.password());
        }
        if (account.privateKey() != null) {
            server.setPrivateKeyFile(account.privateKey().toString());
        }
        if (!account.passphrase().isEmpty()) {
            server.setPrivateKeyPassphrase(account.passphrase());
        }
    }
}
