package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Logins.Login;
import org.stepbridge.casework.Logins.Standing;
import org.stepbridge.casework.Role;
import org.stepbridge.testing.TestDatabase;

class JdbcLoginsIT {
    private static final Instant NOW = Instant.parse("2026-11-21T09:05:00Z");
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static DataSource database;

    private JdbcClient jdbc;
    private JdbcLogins logins;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
    }

    @BeforeEach
    void begin() {
        jdbc = JdbcClient.create(database);
        jdbc.sql("delete from login").update();
        logins = new JdbcLogins(
                jdbc, new TransactionTemplate(new JdbcTransactionManager(database)), Clock.fixed(NOW, ZoneOffset.UTC));
        logins.make(List.of(login("a", true), login("b", true)), "stepbridge");
    }

    @Test
    void aLoginIsFoundAsItWasMade() {
        assertThat(logins.find("a")).contains(login("a", true));
        assertThat(logins.find("c")).isEmpty();
    }

    @Test
    void loginsAreUnusedUntilSomebodyChoosesAPassword() {
        assertThat(logins.unused()).isTrue();
        assertThat(logins.choose("a", "hash", "another")).isTrue();
        assertThat(logins.unused()).isFalse();
        assertThat(logins.find("a").orElseThrow().oneTime()).isFalse();
    }

    @Test
    void aPasswordThatWasChangedMeanwhileIsNotChangedAgain() {
        assertThat(logins.choose("a", "hash", "another")).isTrue();
        assertThat(logins.choose("a", "hash", "third")).isFalse();
        assertThat(logins.find("a").orElseThrow().hash()).isEqualTo("another");
    }

    @Test
    void wrongPasswordsThatComeAtOnceAreCountedOneByOne() {
        List<CompletableFuture<Boolean>> tries = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> logins.failed("a", 5, LOCKED)))
                .toList();

        assertThat(tries.stream().map(CompletableFuture::join).filter(shut -> shut))
                .hasSize(2);
        assertThat(logins.find("a").orElseThrow().lockedUntil()).isEqualTo(NOW.plus(LOCKED));
        assertThat(logins.find("b").orElseThrow().lockedUntil()).isNull();
        logins.right("a");
        assertThat(logins.find("a").orElseThrow().lockedUntil()).isNull();
    }

    @Test
    void theAuditSaysWhoCameInAndWhoDidNotButNothingOfANameThatIsNoLogins() {
        logins.failed("a", 5, LOCKED);
        logins.failed("my secret typed into the wrong field", 5, LOCKED);
        logins.signedIn("a");

        assertThat(jdbc.sql("select actor || ' ' || action from audit order by id desc limit 4")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "user:a signed-in", "user:a wrong-password", "stepbridge login-made", "stepbridge login-made");
    }

    private static Login login(String name, boolean oneTime) {
        return new Login(
                name,
                "hash",
                Set.of(Role.IT, Role.MANAGER),
                Set.of("rotherham", "york"),
                oneTime ? Standing.ONE_TIME : Standing.OWN,
                null);
    }
}
