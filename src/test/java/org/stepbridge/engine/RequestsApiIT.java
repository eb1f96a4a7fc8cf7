package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepbridge.Stepbridge;
import org.stepbridge.casework.Logins;
import org.stepbridge.casework.Logins.Login;
import org.stepbridge.casework.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests pushed over HTTP to the whole program end as rows of an export do. */
class RequestsApiIT {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Servers servers;
    private static ConfigurableApplicationContext program;
    private static String address;
    private static JdbcClient ledger;
    private static int count;

    private String id;

    @BeforeAll
    static void start() throws Exception {
        servers = new Servers(folder);
        List<String> args = new ArrayList<>(List.of(
                "--stepbridge.home=" + folder.resolve("home"), "--server.port=0", "--stepbridge.intake.settle=100ms"));
        servers.settings().forEach((name, value) -> args.add("--" + name + "=" + value));
        program = SpringApplication.run(Stepbridge.class, args.toArray(String[]::new));
        address = "http://127.0.0.1:" + program.getEnvironment().getRequiredProperty("local.server.port") + "/api/v1/";
        ledger = JdbcClient.create(new DriverManagerDataSource(servers.database()));
        program.getBean(Logins.class)
                .make(
                        List.of(
                                new Login(
                                        "pusher",
                                        "{noop}three plain words",
                                        Set.of(Role.IT),
                                        Set.of("rotherham"),
                                        Logins.Standing.OWN,
                                        null),
                                new Login(
                                        "reader",
                                        "{noop}three plain words",
                                        Set.of(Role.HUB),
                                        Set.of("*"),
                                        Logins.Standing.OWN,
                                        null),
                                new Login(
                                        "safeguarding",
                                        "{noop}three plain words",
                                        Set.of(Role.MASH),
                                        Set.of("rotherham"),
                                        Logins.Standing.OWN,
                                        null),
                                new Login(
                                        "neighbour",
                                        "{noop}three plain words",
                                        Set.of(Role.IT),
                                        Set.of("york"),
                                        Logins.Standing.OWN,
                                        null)),
                        "test");
    }

    @AfterAll
    static void stop() throws IOException {
        program.close();
        servers.close();
    }

    @BeforeEach
    void nextId() {
        id = "TR2" + ++count;
    }

    @Test
    void a_new_request_is_created_a_repeat_is_not_and_a_change_is_a_new_version() throws Exception {
        HttpResponse<String> first = push(transfer("North"));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        String reference = JSON.readTree(first.body()).get("reference").asString();
        assertThat(reference).matches("ROT-\\d{4}-\\d{6,}");
        assertThat(JSON.readTree(first.body()).get("state").asString()).isEqualTo("waiting-for-evidence");
        assertThat(first.headers().firstValue("Location")).hasValue("/api/v1/requests/" + reference);

        HttpResponse<String> again = push(transfer("North"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());

        assertThat(push(transfer("South")).statusCode()).isEqualTo(201);
        assertThat(versions()).isEqualTo(2);
        assertThat(ledger.sql(
                                "select string_agg(accepted || ' ' || repeated || ' ' || state, ', ' order by id) from"
                                        + " (select * from intake_file where name like 'api-pusher-%' order by id desc limit 3) f")
                        .query(String.class)
                        .single())
                .isEqualTo("1 0 done, 0 1 done, 1 0 done");
        assertThat(unequal()).isZero();
    }

    @Test
    void a_row_of_an_export_with_the_same_content_is_a_repeat() throws Exception {
        assertThat(push(transfer("North")).statusCode()).isEqualTo(201);
        Path inbox = Files.createDirectories(folder.resolve("home/inbox/rotherham/lcs"));
        Files.writeString(
                inbox.resolve("lcs-transfers-20261120T0600.csv"),
                "TransferID,TransferType,EvidenceBased,LCSPersonID,NHSNumber,Surname,Forename,DateOfBirth,Locality,RequestedAt,"
                        + "WorkRequired\n" + id
                        + ",Co-working,N,L5100001,9241355018,Ashworth,Amelia,14/03/2015,North,16/11/2026 09:20,"
                        + "Six weekly sessions of direct work\n");

        Awaitility.await()
                .until(() ->
                        ledger.sql("select coalesce(sum(repeated), 0) from intake_file where name like 'lcs-transfers%'"
                                                + " and state = 'done'")
                                        .query(Long.class)
                                        .single()
                                == 1);
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void fields_that_are_wrong_are_named_without_what_they_say_and_are_in_the_books() throws Exception {
        HttpResponse<String> answer = push(transfer("North").replace("2015-03-14", "2015-02-31"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode errors = JSON.readTree(answer.body()).get("errors");
        assertThat(errors.size()).isEqualTo(1);
        assertThat(errors.get(0).get("field").asString()).isEqualTo("child/dateOfBirth");
        assertThat(answer.body()).doesNotContain("2015-02-31", "Ashworth");
        assertThat(ledger.sql("select rejected from intake_file order by id desc limit 1")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(versions()).isZero();
        assertThat(push(transfer("North").replace("\"locality\"", "\"lokality\""))
                        .body())
                .contains("\"field\":\"lokality\"", "has no such field");
        assertThat(push(transfer("North").replace("\"LCS\"", "\"XYZ\"")).body()).contains("\"field\":\"source\"");
        assertThat(push("{\"source\":\"LCS\"}").body())
                .contains("\"field\":\"sourceId\"", "\"field\":\"type\"", "\"field\":\"requestedAt\"");
    }

    @Test
    void a_step_up_is_decided_at_once_and_one_that_names_nothing_raises_a_task() throws Exception {
        HttpResponse<String> urgent = push(
                "{\"source\":\"EHM\",\"sourceId\":\"SU-API\",\"type\":\"step-up\",\"child\":{"
                        + "\"ehmPersonId\":\"E9\"},\"concerns\":\"Now.\",\"immediateSafety\":\"Y\",\"requestedAt\":\"nonsense\"}");
        assertThat(urgent.statusCode()).as(urgent.body()).isEqualTo(201);
        assertThat(ledger.sql("select urgent from request where source = 'EHM' and source_id = 'SU-API'")
                        .query(Boolean.class)
                        .single())
                .isTrue();

        assertThat(push("{\"source\":\"EHM\",\"concerns\":\"Nobody knows whose.\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(ledger.sql("select count(*) from task where kind = 'broken-step-up' and urgent")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_outcome_is_recorded_once_and_only_by_those_who_were_asked() throws Exception {
        HttpResponse<String> stepUp = push("{\"source\":\"EHM\",\"sourceId\":\"" + id
                + "\",\"type\":\"step-up\",\"child\":{\"ehmPersonId\":\"E9\"},\"concerns\":\"Now.\","
                + "\"immediateSafety\":\"Y\",\"requestedAt\":\"2026-11-16T09:20:00Z\"}");
        String reference = JSON.readTree(stepUp.body()).get("reference").asString();

        assertThat(outcome("pusher", reference, "rejected", "a").statusCode()).isEqualTo(403);
        assertThat(outcome("reader", reference, "rejected", "a").statusCode()).isEqualTo(403);
        assertThat(outcome("safeguarding", "ROT-2026-999999", "rejected", "a").statusCode())
                .isEqualTo(404);
        assertThat(outcome("safeguarding", reference, "declined", "a").statusCode())
                .isEqualTo(422);
        assertThat(outcomes()).isEmpty();

        HttpResponse<String> recorded = outcome("safeguarding", reference, "rejected", "a");
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(200);
        assertThat(JSON.readTree(recorded.body()).get("repeated").asBoolean()).isFalse();
        assertThat(outcomes()).containsExactly("mash rejected user:safeguarding Below the threshold.");

        HttpResponse<String> repeated = outcome("safeguarding", reference, "rejected", "a");
        assertThat(repeated.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(repeated.body()).get("repeated").asBoolean()).isTrue();
        assertThat(outcome("safeguarding", reference, "accepted", "b").statusCode())
                .isEqualTo(409);
        assertThat(outcome("safeguarding", reference, "rejected", "").statusCode())
                .isEqualTo(409);
        assertThat(outcomes()).hasSize(1);
    }

    private List<String> outcomes() {
        return ledger.sql("select party || ' ' || said || ' ' || recorded_by || ' ' || rationale from outcome o"
                        + " join request r on r.id = o.request_id where source_id = ?")
                .param(id)
                .query(String.class)
                .list();
    }

    private static HttpResponse<String> outcome(String login, String reference, String said, String key)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "requests/" + reference + "/outcome"))
                .header("Authorization", basic(login, "three plain words"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"by\":\"mash\",\"outcome\":\"" + said + "\",\"rationale\":\"Below the threshold.\"}"));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void what_is_no_request_is_refused_by_what_it_is() throws Exception {
        assertThat(push("{\"source\":").statusCode()).isEqualTo(400);
        assertThat(push("[]").statusCode()).isEqualTo(400);
        assertThat(push("{\"source\":\"LCS\",\"source\":\"EHM\"}").statusCode()).isEqualTo(400);
        assertThat(push("{\"a\":{}}").statusCode()).isEqualTo(400);
        assertThat(push("{\"a\":\"" + "x".repeat(1 << 20) + "\"}").statusCode()).isEqualTo(413);
        assertThat(send("rotherham", transfer("North"), Map.of("Content-Type", "text/plain"))
                        .statusCode())
                .isEqualTo(415);
        assertThat(send("nowhere", transfer("North"), Map.of("Content-Type", "application/json"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(
                                "rotherham",
                                transfer("North"),
                                Map.of("Content-Type", "application/json", "Origin", "https://elsewhere.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(versions()).isZero();
    }

    @Test
    void who_has_no_right_to_push_is_refused_and_nothing_is_taken_in() throws Exception {
        assertThat(as("nobody", "x").statusCode()).isEqualTo(401);
        assertThat(as("pusher", "wrong").headers().firstValue("WWW-Authenticate"))
                .isPresent();
        assertThat(as("reader", "three plain words").statusCode()).isEqualTo(403);
        assertThat(as("neighbour", "three plain words").statusCode()).isEqualTo(404);
        assertThat(as("neighbour", "three plain words").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(versions()).isZero();
    }

    @Test
    void the_same_request_pushed_many_times_at_once_is_one() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(CLIENT.sendAsync(
                    request("rotherham", transfer("North"), Map.of("Content-Type", "application/json")),
                    HttpResponse.BodyHandlers.ofString()));
        }
        List<Integer> codes = new ArrayList<>();
        for (var answer : answers) {
            codes.add(answer.get().statusCode());
        }
        assertThat(codes).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(versions()).isEqualTo(1);
        assertThat(unequal()).isZero();
    }

    private String transfer(String locality) {
        return """
                {"source": "LCS", "sourceId": "%s", "type": "Co-working", "evidenceBased": "N", "locality": "%s",
                 "child": {"lcsPersonId": "L5100001", "nhsNumber": "9241355018", "surname": "Ashworth",
                           "forename": "Amelia", "dateOfBirth": "2015-03-14"},
                 "requestedAt": "2026-11-16T09:20:00Z", "workRequired": "Six weekly sessions of direct work"}""".formatted(id, locality);
    }

    private HttpResponse<String> as(String name, String password) throws Exception {
        return send(
                "rotherham",
                transfer("North"),
                Map.of("Content-Type", "application/json", "Authorization", basic(name, password)));
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private long versions() {
        return ledger.sql(
                        "select count(*) from request_version v join request r on r.id = v.request_id where source_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static long unequal() {
        return ledger.sql(
                        "select count(*) from intake_file where rows_done <> accepted + repeated + rejected or state in"
                                + " ('reading', 'read') and name like 'api-%'")
                .query(Long.class)
                .single();
    }

    private static HttpResponse<String> push(String body) throws Exception {
        return send("rotherham", body, Map.of("Content-Type", "application/json"));
    }

    private static HttpResponse<String> send(String authority, String body, Map<String, String> headers)
            throws Exception {
        return CLIENT.send(request(authority, body, headers), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(String authority, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + authority + "/requests"))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        request.header("Authorization", basic("pusher", "three plain words"));
        headers.forEach(request::setHeader);
        return request.build();
    }
}
