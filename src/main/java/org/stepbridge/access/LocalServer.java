package org.stepbridge.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;

/** Listens on 127.0.0.1 unless {@code server.address} says otherwise. Runs before Boot's own customizers, which read it. */
class LocalServer implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {
    private final ServerProperties server;

    LocalServer(ServerProperties server) {
        this.server = server;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
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
