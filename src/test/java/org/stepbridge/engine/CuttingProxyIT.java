package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the fault harness relies on of its own proxy. */
class CuttingProxyIT {

    @Test
    void what_is_delayed_comes_late_in_both_directions_whole_and_in_its_order() throws Exception {
        byte[] said = new byte[5000];
        new Random(1).nextBytes(said);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                CuttingProxy proxy = new CuttingProxy(server.getLocalPort());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> echo(server));
            proxy.delay(20, new Random(2));
            for (int i = 0; i < said.length; i += 1000) {
                client.getOutputStream().write(said, i, 1000);
                assertThat(client.getInputStream().readNBytes(1000))
                        .isEqualTo(java.util.Arrays.copyOfRange(said, i, i + 1000));
            }
            assertThat(proxy.delayed()).isGreaterThanOrEqualTo(10);
            client.shutdownOutput();
            echo.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void mending_ends_the_delays_that_have_begun() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                CuttingProxy proxy = new CuttingProxy(server.getLocalPort());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> echo(server));
            proxy.delay((int) TimeUnit.HOURS.toMillis(1), new Random(3));
            client.getOutputStream().write(new byte[100]);
            org.awaitility.Awaitility.await().until(() -> proxy.delayed() > 0);
            proxy.mend();
            client.setSoTimeout(10_000);
            assertThat(client.getInputStream().readNBytes(100)).hasSize(100);
            client.shutdownOutput();
            echo.get(10, TimeUnit.SECONDS);
        }
    }

    private static void echo(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
