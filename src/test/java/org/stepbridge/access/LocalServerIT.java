package org.stepbridge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

/** The guards on a real server with real sockets. */
@SpringBootTest(classes = GuardedApp.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class LocalServerIT {
    @LocalServerPort
    int port;

    @Test
    void itListensOnLoopbackOnly() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        assertThat(ask("127.0.0.1", "Host: localhost")).startsWith("HTTP/1.1 302");
        for (InetAddress other : others) {
            assertThatThrownBy(() -> ask(other.getHostAddress(), "Host: localhost"))
                    .isInstanceOf(ConnectException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: rebound.example", "Host: rebound.example:8080"})
    void aHostileHeaderGetsARefusal(String headers) throws IOException {
        assertThat(ask("127.0.0.1", headers)).startsWith("HTTP/1.1 403").contains("Stepbridge", "no-store", "nosniff");
    }

    @Test
    void anAddressThatIsNotThereGivesNoSignOfWhatIs() throws IOException {
        assertThat(ask("127.0.0.1", "Host: localhost", "/actuator/env")).startsWith("HTTP/1.1 302");
    }

    @Test
    void anAddressThatWasSetIsKept() throws IOException {
        ServerProperties server = new ServerProperties();
        server.setAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 9}));

        new LocalServer(server).customize(new org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory());

        assertThat(server.getAddress()).isEqualTo(InetAddress.getByAddress(new byte[] {127, 0, 0, 9}));
    }

    private String ask(String address, String headers) throws IOException {
        return ask(address, headers, "/");
    }

    private String ask(String address, String headers, String path) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(10_000);
            socket.connect(new InetSocketAddress(address, port), 10_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
