package org.stepbridge.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepbridge.model.Channel;
import org.yaml.snakeyaml.Yaml;

/** The house rules of routes (style, 26 to 28), kept on every file in {@code routes/}. */
class RouteConventionIT {
    private static final Path ROUTES = Path.of("routes");
    private static final String SHARED_ERRORS = "errors";
    private static final Pattern SPOKEN = Pattern.compile("[a-z]+(-[a-z]+)+");
    /** What a step may be: plumbing. Anything that computes or decides is not among them. */
    private static final Set<String> PLUMBING = Set.of(
            "bean",
            "to",
            "split",
            "choice",
            "when",
            "otherwise",
            "transacted",
            "removeHeaders",
            "setBody",
            "filter",
            "doTry",
            "doCatch");

    private static final Pattern SQL =
            Pattern.compile("(?i)\\b(select|insert into|update|delete from)\\b.+\\b(from|set|where|values)\\b");
    private static final Pattern CREDENTIAL = Pattern.compile("(?i)(password|secret|token|username|apikey)");
    private static final List<String> SCRIPTS = List.of(
            "groovy",
            "joor",
            "java",
            "js",
            "mvel",
            "ognl",
            "python",
            "spel",
            "jq",
            "jsonpath",
            "xpath",
            "xquery",
            "datasonnet",
            "csimple",
            "script",
            "process");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ROUTES)) {
            return files.filter(file -> !name(file).equals(SHARED_ERRORS))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyFileInTheFolderIsARouteFile() throws IOException {
        try (Stream<Path> files = Files.list(ROUTES)) {
            assertThat(files).allMatch(file -> file.toString().endsWith(".camel.yaml"));
        }
        assertThat(files()).hasSizeGreaterThan(8);
    }

    @Test
    void everyChannelHasARouteOfItsName() throws IOException {
        assertThat(files())
                .extracting(RouteConventionIT::name)
                .containsAll(Arrays.stream(Channel.values())
                        .map(channel -> "deliver-" + channel.label())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileHoldsOneRouteWithItsNameADescriptionAndTheSharedErrorHandling(Path file) {
        Map<String, Object> route = route(file);
        assertThat(route).containsEntry("id", name(file)).containsKeys("description", "from");
        assertThat(route.get("description").toString()).endsWith(".");
        assertThat(errorConfigurations())
                .contains(route.get("routeConfigurationId").toString());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyStepIsPlumbingWithASpokenIdOfItsOwn(Path file) {
        Set<String> ids = new HashSet<>();
        Map<String, Object> from = map(route(file).get("from"));
        assertSpoken(from, ids);
        List<Map<String, Object>> steps = steps(from);
        assertThat(steps).isNotEmpty();
        steps.forEach(step -> {
            assertThat(step).hasSize(1);
            String kind = step.keySet().iterator().next();
            assertThat(PLUMBING).contains(kind);
            assertSpoken(map(step.get(kind)), ids);
        });
        assertThat((List<?>) from.get("steps")).as("steps of the route itself").hasSizeLessThanOrEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("files")
    void endpointsAreCanonicalAndNoMessageDataEntersThem(Path file) {
        List<Map<String, Object>> endpoints = new ArrayList<>();
        endpoints.add(map(route(file).get("from")));
        steps(endpoints.get(0)).stream()
                .filter(step -> step.containsKey("to"))
                .forEach(step -> endpoints.add(map(step.get("to"))));
        for (Map<String, Object> endpoint : endpoints) {
            assertThat(endpoint.get("uri").toString()).matches("[a-z]+|\\{\\{endpoint}}");
            map(endpoint.getOrDefault("parameters", Map.of()))
                    .forEach((option, value) -> assertThat(value.toString())
                            .as(option)
                            .doesNotContain("${body", "${header", "${exchangeProperty", "RAW(")
                            .doesNotMatch(CREDENTIAL));
        }
        assertThat(read(file)).doesNotContain("toD:", "recipientList:", "routingSlip:", "dynamicRouter:", "enrich:");
    }

    /** One that is not lets go of the exchange at the first parallel step and polls on and on without waiting. */
    @ParameterizedTest
    @MethodSource("files")
    void aGreedySchedulerIsSynchronous(Path file) {
        Map<String, Object> options = map(map(route(file).get("from")).getOrDefault("parameters", Map.of()));
        assertThat(options.getOrDefault("synchronous", false)).isEqualTo(options.getOrDefault("greedy", false));
    }

    @ParameterizedTest
    @MethodSource("files")
    void noFileHoldsSqlScriptsOrCredentials(Path file) {
        everyEntry(new Yaml().load(read(file))).forEach(entry -> {
            assertThat(SCRIPTS).doesNotContain(entry.getKey());
            assertThat(CREDENTIAL.matcher(entry.getKey()).find())
                    .as(entry.getKey())
                    .isFalse();
            if (entry.getValue() instanceof String text) {
                assertThat(SQL.matcher(text).find()).as(text).isFalse();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void onlyTheBodyOrOneHeaderIsLookedAt(Path file) {
        everyEntry(new Yaml().load(read(file)))
                .filter(entry -> entry.getKey().equals("simple"))
                .map(entry -> map(entry.getValue()).get("expression").toString())
                .forEach(expression -> assertThat(expression).matches("\\$\\{(body|header\\.[a-zA-Z]+)}"));
    }

    @Test
    void theRulesFindABreach() {
        assertThat(SPOKEN.matcher("bean1").matches()).isFalse();
        assertThat(SPOKEN.matcher("send-hub-message").matches()).isTrue();
        assertThat(SQL.matcher("update delivery set state = 'x'").find()).isTrue();
        assertThat(PLUMBING).doesNotContain("setProperty", "setHeader", "script", "toD", "loop");
        assertThat(everyEntry(Map.of("a", List.of(Map.of("groovy", "1")))).map(Map.Entry::getKey))
                .contains("groovy");
    }

    private static void assertSpoken(Map<String, Object> step, Set<String> ids) {
        String id = String.valueOf(step.get("id"));
        assertThat(id).matches(SPOKEN);
        assertThat(ids.add(id)).as("id " + id + " is used once").isTrue();
    }

    private static List<String> errorConfigurations() {
        List<Map<String, Object>> all = new Yaml().load(read(ROUTES.resolve(SHARED_ERRORS + ".camel.yaml")));
        return all.stream()
                .map(one -> map(one.get("routeConfiguration")).get("id").toString())
                .toList();
    }

    /** The file's one route; a template's route has the template's id and description. */
    private static Map<String, Object> route(Path file) {
        List<Map<String, Object>> all = new Yaml().load(read(file));
        assertThat(all).hasSize(1);
        Map<String, Object> one = all.get(0);
        if (one.containsKey("route")) {
            return map(one.get("route"));
        }
        Map<String, Object> template = map(one.get("routeTemplate"));
        Map<String, Object> route = new LinkedHashMap<>(map(template.get("route")));
        route.put("id", template.get("id"));
        route.put("description", template.get("description"));
        return route;
    }

    /** Every step at any depth. */
    private static List<Map<String, Object>> steps(Map<String, Object> parent) {
        List<Map<String, Object>> steps = new ArrayList<>();
        if (parent.get("steps") instanceof List<?> list) {
            for (Object each : list) {
                Map<String, Object> step = map(each);
                steps.add(step);
                step.values().forEach(inner -> steps.addAll(steps(map(inner))));
            }
        }
        for (String branch : List.of("when", "doCatch")) {
            if (parent.get(branch) instanceof List<?> list) {
                for (Object each : list) {
                    steps.add(Map.of(branch, each));
                    steps.addAll(steps(map(each)));
                }
            }
        }
        if (parent.get("otherwise") instanceof Map<?, ?> otherwise) {
            steps.add(Map.of("otherwise", otherwise));
            steps.addAll(steps(map(otherwise)));
        }
        return steps;
    }

    private static Stream<Map.Entry<String, Object>> everyEntry(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry -> Stream.concat(
                            Stream.of(Map.entry(entry.getKey().toString(), (Object) entry.getValue())),
                            everyEntry(entry.getValue())));
        }
        return node instanceof List<?> list ? list.stream().flatMap(RouteConventionIT::everyEntry) : Stream.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".camel.yaml", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
