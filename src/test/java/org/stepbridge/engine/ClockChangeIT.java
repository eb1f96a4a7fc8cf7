package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepbridge.bench.Truth;
import org.stepbridge.operations.generate.GenerateCommand;
import org.stepbridge.testing.Program;

/**
 * The program as a process, with a clock that goes over the nights in which the clocks of its council change, and then
 * jumps ahead. What came out is held against the promises, and against a run on the morning after.
 */
@EnabledIfSystemProperty(
        named = "faults.nights",
        matches = "true",
        disabledReason = "SKIPPED: it takes a minute; mvn test -Dtest=ClockChangeIT -Dfaults.nights=true runs it")
class ClockChangeIT {
    private static final int REQUESTS = 60;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm");

    /** Each written down from a calendar, in UTC: England's clocks and bank holidays are what is tested. */
    private enum Night {
        AUTUMN(
                "2026-10-25T01:00:00Z",
                "eha 2026-12-30T00:00:00Z, "
                        + "joint-supervision 2026-11-07T00:00:00Z, "
                        + "joint-visit 2026-11-04T00:00:00Z, "
                        + "mash-decision 2026-10-27T00:00:00Z",
                "25/10/2026 01:30",
                "2026-10-25T00:30:00Z, wants notes up to 2026-10-25T12:30:00Z",
                "is a time that comes twice when the clocks go back",
                "2026-10-27T12:00:00Z",
                "27 October 2026 12:00"),
        /** The night before Easter Monday. */
        SPRING(
                "2027-03-28T01:00:00Z",
                "eha 2027-06-02T23:00:00Z, "
                        + "joint-supervision 2027-04-12T23:00:00Z, "
                        + "joint-visit 2027-04-07T23:00:00Z, "
                        + "mash-decision 2027-03-30T23:00:00Z",
                "28/03/2027 01:30",
                "2027-03-28T01:30:00Z, wants notes up to 2027-03-28T13:30:00Z",
                "is a time that the clocks skip in spring",
                "2027-03-31T11:00:00Z",
                "31 March 2027 12:00");

        private final Instant change;
        private final String deadlines;
        private final String asked;
        private final String askedAt;
        private final String doubt;
        private final Instant late;
        private final String lateSince;

        /**
         * @param change when the clocks change
         * @param deadlines when what starts in this night is due
         * @param asked the council's time of a request that hits the hour of the change
         * @param askedAt as what it is read
         * @param doubt what is said of it
         * @param late from when on no file has come for too long; weekends and holidays do not count
         * @param lateSince the same in the council's own time
         */
        Night(
                String change,
                String deadlines,
                String asked,
                String askedAt,
                String doubt,
                String late,
                String lateSince) {
            this.change = Instant.parse(change);
            this.deadlines = deadlines;
            this.asked = asked;
            this.askedAt = askedAt;
            this.doubt = doubt;
            this.late = Instant.parse(late);
            this.lateSince = lateSince;
        }
    }

    @TempDir
    Path folder;

    @Test
    void over_the_nights_in_which_the_clocks_change_it_keeps_its_promises_and_the_councils_deadlines()
            throws Exception {
        long began = System.nanoTime();
        Path clockJar = MovedClock.jar(folder);
        ExecutorService nights = Executors.newFixedThreadPool(Night.values().length);
        List<Callable<Void>> all = new ArrayList<>();
        for (Night night : Night.values()) {
            Path own = Files.createDirectories(folder.resolve(night.name()));
            all.add(() -> {
                over(night, own, clockJar);
                return null;
            });
        }
        for (Future<Void> night : nights.invokeAll(all)) {
            night.get();
        }
        nights.shutdown();
        System.out.printf("ClockChangeIT: %d s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    }

    private static void over(Night night, Path own, Path clockJar) throws Exception {
        Path exports = own.resolve("exports");
        String stamp = STAMP.format(night.change.minus(Duration.ofMinutes(15)).atZone(LONDON));
        GenerateCommand.run(
                List.of("--requests", "" + REQUESTS, "--seed", "13", "--stamp", stamp, "--out", exports.toString()),
                System.out);
        List<Path> portions = Portions.of(exports, own.resolve("portions"), 3);
        Truth truth = Truth.read(exports.resolve("truth.csv"));
        MovedClock clock = new MovedClock(own.resolve("clock"));
        clock.set(night.change.plus(Duration.ofHours(7)));
        Map<String, List<String>> morningAfter = morningAfter(own, clockJar, portions);
        try (FaultyServers servers = new FaultyServers(own);
                Home home = home(own, "night", clockJar, servers)) {
            Process process = change(night, clock, home, portions);
            settle(home, servers);
            assertThat(clock.instant()).isAfter(night.change);
            assertThat(Promises.broken(servers, home.outbox(), truth, morningAfter))
                    .as("what was promised and not kept")
                    .isEmpty();
            timesOfTheCouncil(night, servers.jdbc(), home.outbox());
            watch(night, clock, home, servers.jdbc(), portions.get(0));
            assertThat(process.isAlive()).as(home.output()).isTrue();
        }
    }

    private static Home home(Path own, String name, Path clockJar, FaultyServers servers) throws IOException {
        Map<String, String> settings = new HashMap<>(servers.settings());
        settings.put(MovedClock.FILE, own.resolve("clock").toString());
        settings.put("stepbridge.alarms.poll", "500");
        return new Home(own.resolve(name), settings, Program.lineWith(clockJar));
    }

    private static Map<String, List<String>> morningAfter(Path own, Path clockJar, List<Path> portions)
            throws Exception {
        try (FaultyServers servers = new FaultyServers(Files.createDirectories(own.resolve("morning-servers")));
                Home home = home(own, "morning", clockJar, servers)) {
            for (Path portion : portions) {
                home.drop(portion);
            }
            assertThat(home.run()).as(home.output()).isZero();
            return Promises.state(servers.jdbc());
        }
    }

    /** Some is decided before the change, some arrives just before it, and some as it happens. */
    private static Process change(Night night, MovedClock clock, Home home, List<Path> portions) throws Exception {
        clock.set(night.change.minus(Duration.ofMinutes(10)));
        home.drop(portions.get(0));
        Process process = home.serve();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> home.starts() == 1 && home.unread().isEmpty());
        clock.set(night.change.minusSeconds(2));
        home.drop(portions.get(1));
        process.waitFor(1500, TimeUnit.MILLISECONDS);
        home.drop(portions.get(2));
        return process;
    }

    private static void settle(Home home, FaultyServers servers) {
        Awaitility.await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(home.unread()).isEmpty();
            assertThat(servers.left()).isEmpty();
        });
    }

    private static void timesOfTheCouncil(Night night, JdbcClient jdbc, Path outbox) throws IOException {
        assertThat(String.join(
                        ", ",
                        jdbc.sql("select distinct clock || ' ' || " + utc("due_at") + " from clock order by 1")
                                .query(String.class)
                                .list()))
                .isEqualTo(night.deadlines);
        Set<ZoneOffset> offsets = new HashSet<>();
        try (Stream<Path> files = Files.walk(outbox)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (OffsetDateTime time : times(file)) {
                    assertThat(time.getOffset()).isEqualTo(LONDON.getRules().getOffset(time.toInstant()));
                    offsets.add(time.getOffset());
                }
            }
        }
        assertThat(offsets)
                .as("decided before the change and after it")
                .containsExactlyInAnyOrder(ZoneOffset.UTC, ZoneOffset.ofHours(1));
    }

    /** When the lines of a file were decided. */
    private static List<OffsetDateTime> times(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .flatMap(row -> Stream.of("AcceptedAt", "ReturnedAt", "RecordedAt")
                            .flatMap(column -> row.findField(column).stream()))
                    .map(OffsetDateTime::parse)
                    .toList();
        }
    }

    /** The days after: a request of that hour waits for its notes, and feeds that bring nothing any more are late. */
    private static void watch(Night night, MovedClock clock, Home home, JdbcClient jdbc, Path portion)
            throws Exception {
        clock.set(night.change.plus(Duration.ofHours(6)));
        Files.writeString(
                home.inbox("lcs")
                        .resolve("lcs-transfers-" + STAMP.format(clock.instant().atZone(LONDON)) + ".csv"),
                requestOf(night, portion));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(jdbc.sql("select state || ' ' || " + utc("requested_at")
                                        + " || ', wants notes up to ' || " + utc("needs")
                                        + " from request where source_id = 'NIGHT-1'")
                                .query(String.class)
                                .list())
                        .containsExactly("waiting-for-evidence " + night.askedAt));
        assertThat(jdbc.sql("select body from decision d join request r on r.decision_id = d.id"
                                + " where r.source_id = 'NIGHT-1'")
                        .query(String.class)
                        .single())
                .contains(night.doubt);

        clock.set(night.late.minusSeconds(60));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(told(jdbc)).contains("Nobody has done this yet: return on liquidlogic"));
        assertThat(told(jdbc)).doesNotContain("No file has come");
        clock.set(night.late.plusSeconds(1));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told(jdbc))
                        .contains("rotherham lcs-transfers, since " + night.lateSince + ". No file has come")
                        .contains("rotherham ehm-notes, since " + night.lateSince + ". No file has come"));
    }

    /** What people were told of as standing still. */
    private static String told(JdbcClient jdbc) {
        return String.join(
                "\n",
                jdbc.sql("select facts from delivery where name = 'standstill'")
                        .query(String.class)
                        .list());
    }

    /** An export of one of these requests, made in the hour of the change about a child who has no notes. */
    private static String requestOf(Night night, Path portion) throws IOException {
        try (Stream<Path> files = Files.list(portion)) {
            Path transfers = files.filter(file -> file.getFileName().toString().startsWith("lcs-"))
                    .findFirst()
                    .orElseThrow();
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(transfers)) {
                Map<String, String> row = new java.util.LinkedHashMap<>(
                        rows.stream().findFirst().orElseThrow().getFieldsAsMap());
                row.put("TransferID", "NIGHT-1");
                row.put("LCSPersonID", "L9999999");
                List.of("EHMPersonID", "NHSNumber", "UPN").forEach(number -> row.put(number, ""));
                row.put("RequestedAt", night.asked);
                java.io.StringWriter text = new java.io.StringWriter();
                try (CsvWriter csv = CsvWriter.builder().build(text)) {
                    csv.writeRecord(row.keySet());
                    csv.writeRecord(row.values());
                }
                return text.toString();
            }
        }
    }

    private static String utc(String column) {
        return "to_char(" + column + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";
    }
}
