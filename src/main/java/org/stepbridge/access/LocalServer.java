package org.stepbridge.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.core.Ordered;

/**
 * Listens on 127.0.0.1 unless {@code server.address} says otherwise, and believes nobody about where a request came
 * from. Runs before Boot's own customizers, which read the same properties.
 */
class LocalServer implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {
    private final ServerProperties server;

    LocalServer(ServerProperties server) {
        ForwardHeadersStrategy strategy = server.getForwardHeadersStrategy();
        if (strategy != null && strategy != ForwardHeadersStrategy.NONE) {
            throw new IllegalStateException("server.forward-headers-strategy must be none while there are no logins:"
                    + " a forwarded address could be anybody's; remove the property and start again");
        }
        this.server = server;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        // Left unset, Boot turns forwarding on by itself on a cloud platform.
        server.setForwardHeadersStrategy(ForwardHeadersStrategy.NONE);
        if (server.getAddress() == null) {
            server.setAddress(loopback());
            factory.setAddress(server.getAddress());
        }
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are always an address", e);
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
