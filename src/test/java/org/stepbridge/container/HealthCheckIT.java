package org.stepbridge.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The health check of the program's container, run against a server that answers as the program does. */
class HealthCheckIT {
    private HttpServer server;
    private final List<String> hosts = new ArrayList<>();
    private String status = "UP";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health", exchange -> {
            String host = exchange.getRequestHeaders().getFirst("Host");
            hosts.add(host);
            boolean ours = "localhost".equals(host);
            byte[] body = (ours ? "{\"status\":\"" + status + "\"}" : "no").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(ours ? 200 : 403, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itAsksAsThisMachineAndIsContentWithUpOnly() throws Exception {
        assertThat(check()).isZero();
        assertThat(hosts).containsExactly("localhost");

        status = "DOWN";
        assertThat(check()).isPositive();
        assertThat(hosts).hasSize(2);
    }

    @Test
    void itFailsWhereNobodyListens() throws Exception {
        server.stop(0);

        assertThat(check()).isPositive();
    }

    private int check() throws Exception {
        List<String> command = new ArrayList<>();
        for (Object word : test().subList(1, test().size())) {
            command.add(
                    word.toString().replace("/8080", "/" + server.getAddress().getPort()));
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static List<?> test() throws IOException {
        Map<String, Map<String, Map<String, Map<String, Object>>>> compose = new Yaml(
                        new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("docker-compose.yml")));
        List<?> test = (List<?>)
                compose.get("services").get("stepbridge").get("healthcheck").get("test");
        assertThat(test.get(0)).isEqualTo("CMD");
        return test;
    }
}
