package org.stepbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.KeptLogins.Change;
import org.stepbridge.casework.KeptLogins.Changed;
import org.stepbridge.casework.KeptLogins.Disable;
import org.stepbridge.casework.KeptLogins.Done;
import org.stepbridge.casework.KeptLogins.DoneBefore;
import org.stepbridge.casework.KeptLogins.GivePassword;
import org.stepbridge.casework.KeptLogins.Grant;
import org.stepbridge.casework.KeptLogins.Impossible;
import org.stepbridge.casework.KeptLogins.Kept;
import org.stepbridge.casework.KeptLogins.Make;
import org.stepbridge.casework.KeptLogins.NotTheirs;
import org.stepbridge.casework.KeptLogins.Result;
import org.stepbridge.casework.KeptLogins.Unlock;
import org.stepbridge.casework.KeptLogins.What;
import org.stepbridge.casework.Logins.Login;
import org.stepbridge.casework.Logins.Standing;
import org.stepbridge.casework.Role;
import org.stepbridge.casework.Viewer;
import org.stepbridge.testing.TestDatabase;

/** Looking after logins, on a real PostgreSQL. */
class KeptLoginsIT {
    private static final DataSource SOURCE = TestDatabase.migrated();
    private static final Viewer EVERYWHERE = new Viewer("boss", Set.of(Role.IT), Set.of(Viewer.EVERY));
    private static final Viewer OF_YORK = new Viewer("york-it", Set.of(Role.IT), Set.of("york"));

    private final JdbcClient jdbc = JdbcClient.create(SOURCE);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(SOURCE));
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T09:05:00Z"), ZoneOffset.UTC);
    private final JdbcLogins logins = new JdbcLogins(jdbc, transaction, clock);
    private final JdbcKeptLogins kept = new JdbcKeptLogins(jdbc, transaction, clock);

    @BeforeEach
    void begin() {
        jdbc.sql("delete from login").update();
        logins.make(
                List.of(
                        login("lena", Role.HUB, "york"),
                        login("ravi", Role.HUB, "derby"),
                        login("all", Role.MANAGER, Viewer.EVERY),
                        login("york-it", Role.IT, "york")),
                "test");
    }

    @Test
    void a_new_login_is_made_once_however_often_its_form_is_sent() {
        Change change = new Change(UUID.randomUUID(), OF_YORK, 0, 0, "New", make("mo", "york"));
        assertThat(kept.change(change)).isInstanceOf(Done.class);
        assertThat(kept.change(change)).isEqualTo(new DoneBefore());
        assertThat(logins.find("mo")).contains(login("mo", Role.HUB, "york"));
        assertThat(change(OF_YORK, "lena", make("mo", "york"))).isInstanceOf(Impossible.class);
        assertThat(audit()).startsWith("user:york-it login-made mo as hub for york: New");
    }

    @Test
    void nobody_gives_or_sees_what_is_not_their_own() {
        assertThat(change(OF_YORK, "lena", make("mo", "derby"))).isInstanceOf(Impossible.class);
        assertThat(change(OF_YORK, "lena", make("mo", Viewer.EVERY))).isInstanceOf(Impossible.class);
        assertThat(change(OF_YORK, "lena", new Grant(Set.of(Role.HUB), Set.of("york", "derby"))))
                .isInstanceOf(Impossible.class);
        assertThat(change(OF_YORK, "ravi", new Disable())).isEqualTo(new NotTheirs());
        assertThat(change(OF_YORK, "all", new Disable())).isEqualTo(new NotTheirs());
        assertThat(kept.all(OF_YORK, 9)).extracting(each -> each.login().name()).containsExactly("lena", "york-it");
        assertThat(kept.all(EVERYWHERE, 9)).hasSize(4);
        assertThat(change(EVERYWHERE, "ravi", new Disable())).isInstanceOf(Done.class);
    }

    @Test
    void nobody_changes_their_own_login_and_the_last_of_it_stays() {
        assertThat(change(OF_YORK, "york-it", new Grant(Set.of(Role.IT, Role.MASH), Set.of("york"))))
                .isInstanceOf(Impossible.class);
        assertThat(change(EVERYWHERE, "york-it", new Disable())).isInstanceOf(Impossible.class);
        assertThat(change(EVERYWHERE, "york-it", new Grant(Set.of(Role.HUB), Set.of("york"))))
                .isInstanceOf(Impossible.class);
        logins.make(List.of(login("second", Role.IT, "york")), "test");
        assertThat(change(EVERYWHERE, "york-it", new Disable())).isInstanceOf(Done.class);
        assertThat(change(EVERYWHERE, "second", new Disable())).isInstanceOf(Impossible.class);
    }

    @Test
    void two_who_disable_each_other_at_once_leave_one() {
        logins.make(List.of(login("second", Role.IT, Viewer.EVERY)), "test");
        List<Change> both = List.of(
                new Change(UUID.randomUUID(), EVERYWHERE, id("york-it"), 0, "Why", new Disable()),
                new Change(UUID.randomUUID(), EVERYWHERE, id("second"), 0, "Why", new Disable()));
        List<CompletableFuture<Result>> tries = both.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> kept.change(each)))
                .toList();
        assertThat(tries.stream().map(CompletableFuture::join).filter(Done.class::isInstance))
                .hasSize(1);
    }

    @Test
    void a_change_needs_a_reason_and_the_login_as_it_stands() {
        long lena = id("lena");
        assertThat(kept.change(new Change(UUID.randomUUID(), OF_YORK, lena, 0, "", new Disable())))
                .isInstanceOf(Impossible.class);
        Change first =
                new Change(UUID.randomUUID(), OF_YORK, lena, 0, "Why", new Grant(Set.of(Role.MASH), Set.of("york")));
        Change second = new Change(UUID.randomUUID(), OF_YORK, lena, 0, "Why", new Disable());
        assertThat(kept.change(first)).isEqualTo(new Done(lena));
        assertThat(kept.change(second)).isEqualTo(new Changed());
        assertThat(logins.find("lena").orElseThrow().roles()).containsExactly(Role.MASH);
    }

    @Test
    void a_locked_login_is_unlocked_and_a_disabled_one_comes_back_by_a_one_time_password() {
        IntStream.range(0, 5).forEach(i -> logins.failed("lena", 5, Duration.ofMinutes(15)));
        change(OF_YORK, "lena", new Unlock());
        assertThat(logins.find("lena").orElseThrow().lockedUntil()).isNull();
        change(OF_YORK, "lena", new Disable());
        assertThat(logins.find("lena").orElseThrow().standing()).isEqualTo(Standing.DISABLED);
        change(OF_YORK, "lena", new GivePassword("new"));
        assertThat(logins.find("lena").orElseThrow().standing()).isEqualTo(Standing.ONE_TIME);
        assertThat(logins.find("lena").orElseThrow().hash()).isEqualTo("new");
        assertThat(audit()).isEqualTo("user:york-it login-given-password lena: Why");
    }

    private Result change(Viewer by, String name, What what) {
        Kept login = kept.find(id(name), EVERYWHERE).orElseThrow();
        return kept.change(new Change(UUID.randomUUID(), by, login.id(), login.version(), "Why", what));
    }

    private long id(String name) {
        return jdbc.sql("select id from login where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private String audit() {
        return jdbc.sql("select actor || ' ' || action || ' ' || detail from audit order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private static Make make(String name, String authority) {
        return new Make(name, "hash", Set.of(Role.HUB), Set.of(authority));
    }

    private static Login login(String name, Role role, String authority) {
        return new Login(name, "hash", Set.of(role), Set.of(authority), Standing.ONE_TIME, null);
    }
}
