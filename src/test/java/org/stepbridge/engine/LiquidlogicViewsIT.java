package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepbridge.testing.TestDatabase;
import org.yaml.snakeyaml.Yaml;

/**
 * The views for Liquidlogic's reporting database, run as they are on PostgreSQL: their SQL is what the two have in common.
 * The tables are made with the columns that the views name.
 */
class LiquidlogicViewsIT {
    private static final Path FOLDER = Path.of("mappings/liquidlogic-hdm");
    private static final String TABLES = """
            create schema child_social;
            create table child_social.dim_person (dim_person_id int, legacy_id int, nhs_number text, upn text, surname text,
                forename text, birth_dttm timestamp, duplicated_dttm timestamp);
            create table child_social.dim_worker (dim_worker_id int, forename text, surname text, job_title text);
            create table child_social.fact_involvements (fact_involvements_id int, dim_person_id int, dim_worker_id int,
                is_allocated_cw_flag text, start_dttm timestamp, end_dttm timestamp, updated_dttm timestamp,
                fact_worker_history_department_desc text);
            create table child_social.fact_caf_episode (fact_caf_episode_id int, dim_person_id int,
                episode_start_dttm timestamp, updated_dttm timestamp);
            create table child_social.fact_referrals (fact_referral_id int, dim_person_id int, refrl_start_dttm timestamp,
                updated_dttm timestamp);
            create table child_social.fact_forms (fact_form_id int, dim_person_id int, updated_dttm timestamp);
            create table child_social.fact_form_answers (fact_form_id int, answer_no text, answer text,
                dim_assessment_template_id_desc text);
            create table child_social.fact_casenotes (fact_casenote_id int, dim_person_id int,
                dim_lookup_casnt_type_id_code text, event_dttm timestamp, dim_created_by_worker_id int,
                created_dttm timestamp, updated_dttm timestamp, title text, note_text text);
            """;
    private static final String ROWS = """
            insert into child_social.dim_person values
                (1, 5100001, '9241355018', '-1', 'Ashworth', 'Amelia', '2015-03-14', null),
                (2, 5100002, '-1', '-1', 'Stokes', 'George', '2013-02-01', null),
                (3, 5100003, '-1', '-1', 'Stoke', 'George', '2013-02-01', '2026-10-05 14:30'), (-1, -1, '-1', '-1', '-1', '-1', null, null);
            insert into child_social.dim_worker values (10, 'Siobhan', 'Kelly', 'Early Help Locality Manager'),
                (11, 'Tom', 'Ashdown', 'Social Worker'), (-1, '-1', '-1', '-1');
            insert into child_social.fact_involvements values
                (100, 1, 10, 'Y', '2025-12-01', '2026-01-01', '2026-01-02', 'Old team'),
                (101, 1, 11, 'Y', '2026-01-01 09:00', null, '2026-01-02', 'Children in Need North'),
                (102, 1, 10, 'N', '2026-01-01', null, '2026-01-02', 'Other');
            insert into child_social.fact_caf_episode values (301, 1, '2026-11-18', '2026-11-19 02:00');
            insert into child_social.fact_referrals values (401, 2, '2026-11-18 11:05', '2026-11-19 02:00');
            insert into child_social.fact_casenotes values (7001, 1, 'GEN', '2026-11-12', 10, '2026-11-12 10:15',
                '2026-11-19 02:00', 'Discussion with social care', 'Discussed this family with Helen Marsh (Team Manager) and'
                ' co-working was agreed. Early Help will do direct work with the child.'),
                (7002, 1, 'STAT', '2026-11-13', 11, '2026-11-13 10:15', '2026-11-19 02:00', '', 'A visit that is no early help'
                ' note.'), (7003, 2, 'HVIS', '2026-11-17', 10, '2026-11-17 12:00', '2026-11-19 02:00', '', 'All well.'),
                (7004, 1, 'JSUP', '2026-11-18 14:00', 11, '2026-11-18 15:00', '2026-11-19 02:00', '', 'Joint supervision.'),
                (7005, 1, 'EHJSUP', '2026-11-18 14:00', 10, '2026-11-18 15:00', '2026-11-19 02:00', '', 'The same.');
            insert into child_social.fact_forms values (1, 1, '2026-11-17 02:00'), (2, 2, '2026-11-18 02:00'),
                (3, -1, '2026-11-18 02:00'), (4, 1, '2026-11-18 02:00');
            """;

    @TempDir
    Path folder;

    private String url;

    /** The names of the views begin with the database's. */
    @BeforeEach
    void makeDatabase() throws Exception {
        String server = TestDatabase.url();
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists hdm with (force)");
            statement.execute("create database hdm");
        }
        url = server.replaceFirst("/[^/?]+\\?", "/hdm?");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            for (String file : List.of("1-local.sql", "2-views.sql")) {
                for (String batch :
                        Files.readString(FOLDER.resolve("views").resolve(file)).split("(?m)^GO$", -1)) {
                    statement.execute(batch);
                }
            }
            statement.execute(ROWS);
            answers(statement);
        }
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestDatabase.url());
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists hdm with (force)");
        }
    }

    private static void answers(Statement statement) throws SQLException {
        String transfer = "Transfer to Early Help";
        String stepUp = "Step up to Children''s Social Care";
        for (List<String> answer : List.of(
                List.of("1", "transferType", "Co-working", transfer),
                List.of("1", "evidenceBased", "N", transfer),
                List.of("1", "locality", "North", transfer),
                List.of("1", "requestedAt", "16/11/2026 09:20", transfer),
                List.of("1", "teamManager", "Helen Marsh", transfer),
                List.of(
                        "1",
                        "workRequired",
                        "Six weekly sessions of direct work with the child on keeping safe.",
                        transfer),
                List.of("1", "desiredOutcomes", "The child can name two adults to go to within four weeks.", transfer),
                List.of("2", "requestedAt", "17/11/2026 12:10", stepUp),
                List.of("2", "raisedBy", "Nia Pryce", stepUp),
                List.of("2", "raisedByRole", "Senior Practitioner", stepUp),
                List.of("2", "agreedWith", "Helen Marsh", stepUp),
                List.of("2", "agreedWithRole", "Team Manager", stepUp),
                List.of("2", "agreedAt", "17/11/2026 12:10", stepUp),
                List.of("2", "agreement", "Step up", stepUp),
                List.of("2", "concerns", "Two meetings missed, and the plan has stalled.", stepUp),
                List.of("2", "immediateSafety", "No", stepUp),
                List.of("3", "concerns", "A step-up about nobody who is known.", stepUp),
                List.of("4", "concerns", "Another form altogether.", "Single assessment"))) {
            statement.execute(
                    "insert into child_social.fact_form_answers values ('" + String.join("', '", answer) + "')");
        }
    }

    @Test
    void every_column_that_a_feed_maps_is_one_of_its_view() throws Exception {
        Map<String, Map<String, Object>> feeds = feeds();

        assertThat(feeds.keySet())
                .containsExactlyInAnyOrder(
                        "lcs-transfers", "ehm-stepups", "ehm-notes", "person-merges", "case-records");
        for (Map<String, Object> feed : feeds.values()) {
            String uri = feed.get("uri").toString();
            Set<String> view = columns(uri.replaceAll("sql:([^?]+)\\?.*", "$1"));
            Set<String> mapped = new TreeSet<>(List.of(
                    uri.replaceAll(".*watermark=(\\w+).*", "$1").toLowerCase(Locale.ROOT),
                    uri.replaceAll(".*key=(\\w+).*", "$1").toLowerCase(Locale.ROOT)));
            map(feed.get("columns"))
                    .values()
                    .forEach(column -> ((List<?>) map(column).get("headers"))
                            .forEach(header -> mapped.add(header.toString().toLowerCase(Locale.ROOT))));
            assertThat(view).as(uri).containsExactlyInAnyOrderElementsOf(mapped);
        }
    }

    @Test
    void the_feeds_make_a_sound_pack_whose_views_end_as_the_protocol_says() throws Exception {
        Path mappings = mappings();
        try (Servers servers = new Servers(folder)) {
            var settings = new java.util.HashMap<>(servers.settings());
            settings.put("stepbridge.mappings", mappings.toString());
            settings.put("stepbridge.sql.sources.hdm.url", url);
            Home home = new Home(folder.resolve("home"), settings);
            assertThat(home.run()).as(home.output()).isZero();

            JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(servers.database()));
            assertThat(jdbc.sql("select source || ' ' || source_id || ' ' || state from request order by source_id")
                            .query(String.class)
                            .list())
                    .containsExactly("LCS 1 allocated", "EHM 2 sent-to-mash", "EHM 3 sent-to-mash");
            assertThat(jdbc.sql(
                                    "select payload::text from request_version join request on id = request_id where source_id = '1'")
                            .query(String.class)
                            .single())
                    .contains("Tom Ashdown", "Children in Need North")
                    .doesNotContain("Old team");
            assertThat(jdbc.sql("select reached::text from watermark")
                            .query(String.class)
                            .single())
                    .startsWith("2026-11-19 02:00:00");
            assertThat(jdbc.sql(
                                    "select concat_ws(' ', system, person_id, merged_on, into_id) from person_merge order by 1")
                            .query(String.class)
                            .list())
                    .containsExactly("EHM 5100003 2026-10-05", "LCS 5100003 2026-10-05");
            assertThat(jdbc.sql(
                                    "select concat_ws(' ', system, record_id, type, happened_at at time zone 'Europe/London')"
                                            + " from case_record order by record_id")
                            .query(String.class)
                            .list())
                    .containsExactly(
                            "LCS ALLOCATION-100 Allocation 2025-12-01 00:00:00",
                            "LCS ALLOCATION-101 Allocation 2026-01-01 09:00:00",
                            "EHM EPISODE-301 Early Help Episode 2026-11-18 00:00:00",
                            "LCS NOTE-7004 Joint Supervision 2026-11-18 14:00:00",
                            "EHM NOTE-7005 Joint Supervision 2026-11-18 14:00:00",
                            "LCS REFERRAL-401 Referral 2026-11-18 11:05:00");
            assertThat(home.output()).doesNotContain("Ashworth", "Amelia", "9241355018");
        }
    }

    /** Rotherham's pack with these feeds, as a council would make it. */
    private Path mappings() throws Exception {
        Path mappings = Mappings.rotherham(folder);
        String feeds = Files.readString(FOLDER.resolve("feeds.yaml"));
        Files.writeString(mappings.resolve("rotherham/feeds.yaml"), feeds);
        return mappings;
    }

    private static Map<String, Map<String, Object>> feeds() throws Exception {
        Map<String, Object> root = new Yaml().load(Files.readString(FOLDER.resolve("feeds.yaml")));
        Map<String, Map<String, Object>> feeds = new java.util.HashMap<>();
        map(root.get("feeds")).forEach((id, feed) -> feeds.put(id, map(feed)));
        return feeds;
    }

    private Set<String> columns(String view) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            ResultSetMetaData columns =
                    statement.executeQuery("select * from " + view).getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnLabel(i).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
