package org.stepbridge.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** No container engine runs where this is built, so the files are held against the program and the tree. */
class ComposeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    /** What the images of others read. */
    private static final Map<String, Set<String>> OTHERS = Map.of(
            "database", Set.of("POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD"),
            "broker", Set.of("ARTEMIS_USER", "ARTEMIS_PASSWORD"),
            "mail", Set.of(),
            "sftp", Set.of("SFTP_USERS"));

    private static Map<String, Object> compose = Map.of();

    @BeforeAll
    static void parse() throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        compose = new Yaml(new SafeConstructor(options)).load(Files.readString(ROOT.resolve("docker-compose.yml")));
    }

    @Test
    void everyServerOfTheStackIsThere() {
        assertThat(services()).containsOnlyKeys("stepbridge", "database", "broker", "mail", "sftp");
    }

    @Test
    void everyVariableOfTheProgramIsASettingItHas() throws IOException {
        SettingsKnown known = SettingsKnown.load();
        Set<String> variables = new TreeSet<>(environment("stepbridge").keySet());
        variables.addAll(Dockerfile.read(ROOT).variables());

        assertThat(variables)
                .isNotEmpty()
                .allSatisfy(variable ->
                        assertThat(known.hasVariable(variable)).as(variable).isTrue());
        assertThat(known.hasVariable("STEPBRIDGE_HOMES")).as("a misspelt one").isFalse();
        assertThat(known.hasVariable("SPRING_MAIL_HOSTS")).as("a misspelt one").isFalse();
    }

    @Test
    void theProgramUsesTheServersBesideItWhereTheyArePublished() {
        Map<String, String> program = environment("stepbridge");

        assertThat(program.get("SPRING_DATASOURCE_URL")).contains("//" + published("database", "5432") + "/");
        assertThat(program.get("SPRING_ARTEMIS_BROKERURL")).endsWith("//" + published("broker", "61616"));
        assertThat(program.get("SPRING_MAIL_HOST") + ":" + program.get("SPRING_MAIL_PORT"))
                .isEqualTo(published("mail", "1025"));
    }

    @Test
    void theProgramIsOnTheHostsLoopbackSinceItAnswersNobodyElse() {
        assertThat(service("stepbridge").get("network_mode")).isEqualTo("host");
        // the engine refuses published ports on the host's network
        assertThat(service("stepbridge")).doesNotContainKeys("ports", "networks");
        assertThat(environment("stepbridge")).doesNotContainKeys("SERVER_ADDRESS", "STEPBRIDGE_WEB_HOSTS");
    }

    @Test
    void everyVariableOfAnotherImageIsOneItReads() {
        OTHERS.forEach((service, names) ->
                assertThat(environment(service).keySet()).as(service).isEqualTo(names));
    }

    @Test
    void everyFolderOfTheTreeThatIsMountedIsThereAndReadOnly() {
        List<String> mounts = strings(service("stepbridge").get("volumes"));
        List<String> ofTree =
                mounts.stream().filter(mount -> mount.startsWith("./")).toList();

        assertThat(ofTree).isNotEmpty().allSatisfy(mount -> {
            String[] parts = mount.split(":", -1);
            assertThat(ROOT.resolve(parts[0])).exists();
            assertThat(parts[2]).isEqualTo("ro");
        });
    }

    @Test
    void everyNamedVolumeIsDeclaredAndUsed() {
        Set<String> used = new TreeSet<>();
        for (String service : services().keySet()) {
            strings(service(service).get("volumes")).stream()
                    .map(mount -> mount.split(":", -1)[0])
                    .filter(source -> !source.startsWith("."))
                    .forEach(used::add);
        }
        assertThat(used).isEqualTo(new TreeSet<>(map(compose.get("volumes")).keySet()));
    }

    @Test
    void everySecretComesFromOutsideAndItsAbsenceIsAnError() {
        for (String service : services().keySet()) {
            environment(service).forEach((name, value) -> {
                if (name.contains("PASSWORD") || name.equals("SFTP_USERS")) {
                    assertThat(value).as(name).containsPattern("\\$\\{STEPBRIDGE_[A-Z_]+:\\?");
                }
            });
        }
    }

    @Test
    void nothingIsPublishedBeyondThisMachine() {
        for (String service : services().keySet()) {
            assertThat(strings(service(service).get("ports")))
                    .as(service)
                    .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
        }
    }

    @Test
    void theSftpServerWritesAsTheUserThatTheProgramRunsAs() throws IOException {
        String user = environment("sftp").get("SFTP_USERS");
        String id = user.substring(user.lastIndexOf(':') + 1);

        assertThat(Files.readString(ROOT.resolve("Dockerfile")))
                .contains("--uid " + id)
                .contains("--gid " + id);
    }

    @Test
    void everyImageIsPinned() throws IOException {
        List<String> images = new ArrayList<>(Dockerfile.read(ROOT).images());
        for (String service : services().keySet()) {
            Object image = service(service).get("image");
            if (image != null) {
                images.add(image.toString());
            }
        }
        assertThat(images)
                .hasSizeGreaterThan(4)
                .allSatisfy(image ->
                        assertThat(image).matches("[a-z/-]+:[a-z0-9.-]+").doesNotEndWith(":latest"));
    }

    @Test
    void everythingTheImageCopiesIsInTheTreeOrBuiltByIt() throws IOException {
        Dockerfile dockerfile = Dockerfile.read(ROOT);
        List<String> copied = dockerfile.copiedFromTree();

        assertThat(copied).contains("routes/", "mappings/", "target/stepbridge.jar");
        assertThat(copied)
                .filteredOn(source -> !source.startsWith("target/"))
                .allSatisfy(source -> assertThat(ROOT.resolve(source)).exists());
        assertThat(Files.readString(ROOT.resolve("pom.xml"))).contains("<finalName>stepbridge</finalName>");
        assertThat(Files.readAllLines(ROOT.resolve(".dockerignore")))
                .contains("!target/stepbridge.jar", "!routes", "!mappings");
    }

    @Test
    void theImageRunsAsAUserWithoutRights() throws IOException {
        assertThat(Dockerfile.read(ROOT).lastOf("USER")).isEqualTo("stepbridge");
    }

    @Test
    void theClientReadsItAsWeDo() throws Exception {
        Process version = new ProcessBuilder(List.of("docker", "compose", "version"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assumeTrue(version.waitFor() == 0, "docker compose is not installed here, so it cannot check the file");
        ProcessBuilder config =
                new ProcessBuilder(List.of("docker", "compose", "config", "--quiet")).redirectErrorStream(true);
        Matcher secrets = Pattern.compile("\\$\\{(STEPBRIDGE_[A-Z_]+):\\?")
                .matcher(Files.readString(ROOT.resolve("docker-compose.yml")));
        while (secrets.find()) {
            config.environment().put(secrets.group(1), "for-this-test");
        }
        Process process = config.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Where this port of a service's container is on the host. */
    private static String published(String service, String port) {
        List<String> places = strings(service(service).get("ports")).stream()
                .filter(mapped -> mapped.endsWith(":" + port))
                .map(mapped -> mapped.substring(0, mapped.length() - port.length() - 1))
                .toList();
        assertThat(places).as(service).hasSize(1);
        return places.get(0);
    }

    private static Map<String, Object> services() {
        return map(compose.get("services"));
    }

    private static Map<String, Object> service(String name) {
        return map(services().get(name));
    }

    private static Map<String, String> environment(String service) {
        Map<String, String> variables = new TreeMap<>();
        map(service(service).getOrDefault("environment", Map.of()))
                .forEach((name, value) -> variables.put(name, value.toString()));
        return variables;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<String> strings(Object value) {
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(Object::toString).toList();
    }
}
