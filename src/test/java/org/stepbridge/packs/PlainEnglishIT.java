package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepbridge.casework.PlainPack;
import org.stepbridge.casework.PlainPack.Clause;
import tools.jackson.databind.JsonNode;

/** A pack in plain English holds all that the pack says. */
class PlainEnglishIT {
    /** Names by which the files refer to one another, and words that are told in other words. */
    private static final Set<String> NAMES = Set.of(
            "authority",
            "code",
            "calendar",
            "id",
            "then",
            "reason",
            "field",
            "about",
            "to",
            "from",
            "kind",
            "content",
            "weekly",
            "escalate",
            "authorRoles",
            "coveringRoles",
            "needs",
            "types",
            "take",
            "events",
            "event",
            "extractTime",
            "after",
            "days",
            "charset",
            "delimiter",
            "format",
            "type",
            "patterns",
            "otherCodes",
            "nullWords",
            "sheet",
            "rows",
            "directory",
            "covers",
            "mail");

    static Stream<Path> packs() {
        return ScenarioFiles.packs(Path.of("mappings")).stream();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_clause_is_there_and_every_word_of_a_rule(Path pack) {
        PlainPack plain = PackText.read(pack).plain();
        String all = words(plain);

        assertThat(plain.clauses())
                .extracting(Clause::id)
                .containsExactlyElementsOf(
                        PackText.protocol(pack).path("clauses").propertyNames());
        for (String file : List.of("protocol.yaml", "directory.yaml", "feeds.yaml")) {
            List<String> said = new ArrayList<>();
            collect("", PackText.file(pack, file), said);
            assertThat(said)
                    .isNotEmpty()
                    .allSatisfy(word -> assertThat(all)
                            .contains(word.strip().replaceAll("\\s+", " ").replace('-', ' ')));
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_clause_that_a_rule_names_stands_beside_the_rule(Path pack) {
        Set<String> beside = lines(PackText.read(pack).plain())
                .flatMap(line -> line.clauses().stream())
                .collect(Collectors.toSet());

        assertThat(beside)
                .containsAll(PackRule.of(PackText.protocol(pack)).stream()
                        .map(PackRule::clause)
                        .filter(clause -> !clause.isEmpty())
                        .toList());
    }

    private static void collect(String key, JsonNode node, List<String> said) {
        if (node.isObject()) {
            node.properties().forEach(each -> collect(each.getKey(), each.getValue(), said));
        } else if (node.isArray()) {
            node.forEach(each -> collect(key, each, said));
        } else if (node.isString() && !NAMES.contains(key)) {
            said.add(node.asString());
        }
    }

    private static Stream<PlainPack.Line> lines(PlainPack plain) {
        return plain.chapters().stream()
                .flatMap(chapter -> chapter.parts().stream())
                .flatMap(part -> part.lines().stream());
    }

    private static String words(PlainPack plain) {
        Stream<String> clauses = plain.clauses().stream().flatMap(clause -> Stream.of(clause.id(), clause.text()));
        Stream<String> titles = plain.chapters().stream().map(PlainPack.Chapter::title);
        Stream<String> parts = plain.chapters().stream()
                .flatMap(chapter -> chapter.parts().stream())
                .map(PlainPack.Part::title);
        Stream<String> lines = lines(plain)
                .flatMap(line -> Stream.of(
                        line.clauses(),
                        line.details(),
                        List.of(line.text(), line.condition(), line.verbatim(), line.question())))
                .flatMap(List::stream);
        return Stream.of(Stream.of(plain.title(), plain.version()), clauses, titles, parts, lines)
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"))
                .replaceAll("[ \\n]+", " ")
                .replace('-', ' ');
    }
}
