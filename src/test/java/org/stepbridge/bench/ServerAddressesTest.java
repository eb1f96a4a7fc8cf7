package org.stepbridge.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerAddressesTest {

    @Test
    void whatIsGivenGoesBeforeWhatIsStartedForTheRun() {
        ServerAddresses given = ServerAddresses.fromEnvironment(Map.of("BENCH_BROKER_URL", "tcp://127.0.0.1:1"));
        ServerAddresses started = new ServerAddresses(Map.of(
                ServerAddresses.Key.BROKER,
                "tcp://127.0.0.1:2",
                ServerAddresses.Key.DB,
                "jdbc:postgresql://127.0.0.1:3/x"));
        ServerAddresses both = given.or(started);
        assertThat(both.required(ServerAddresses.Key.BROKER)).isEqualTo("tcp://127.0.0.1:1");
        assertThat(both.required(ServerAddresses.Key.DB)).isEqualTo("jdbc:postgresql://127.0.0.1:3/x");
        assertThat(both.complete()).isFalse();
    }

    @Test
    void aMailServerWhoseMailsNobodyCanReadIsRefused() {
        assertThatThrownBy(() -> ServerAddresses.fromEnvironment(Map.of("BENCH_SMTP", "127.0.0.1:25")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BENCH_SMTP_DUMP");
    }

    @Test
    void onlyServersOnThisMachineHavePortsToLookAt() {
        ServerAddresses addresses = ServerAddresses.fromEnvironment(Map.of(
                "BENCH_DB_URL", "jdbc:postgresql://127.0.0.1:55432/postgres?ApplicationName=bench",
                "BENCH_BROKER_URL", "tcp://broker.example:61616",
                "BENCH_SMTP", "localhost:2525",
                "BENCH_SMTP_DUMP", "dump"));
        assertThat(addresses.complete()).isTrue();
        assertThat(addresses.localPorts()).containsExactly(55432, 2525);
    }

    @Test
    void anAddressIsReadBackFromTheLineThatSaysIt() {
        assertThat(ServerAddresses.Key.SMTP.read(ServerAddresses.Key.SMTP.line("127.0.0.1:1")))
                .isEqualTo("127.0.0.1:1");
        assertThat(ServerAddresses.Key.DB.read(ServerAddresses.Key.SMTP.line("127.0.0.1:1")))
                .isNull();
    }
}
