package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every clause of every pack is shown by a scenario, and the table that says so is what the packs are. */
class ProtocolCoverageIT {
    private static final Path MAPPINGS = Path.of("mappings");
    private static final Path TABLE = Path.of("docs/protocol-coverage.md");

    @Test
    void every_clause_of_a_pack_has_a_scenario_and_every_scenario_names_clauses_of_its_pack() {
        List<String> wrong = new ArrayList<>();
        for (Path pack : ScenarioFiles.packs(MAPPINGS)) {
            List<String> clauses =
                    List.copyOf(PackText.protocol(pack).path("clauses").propertyNames());
            List<Scenario> scenarios = ScenarioFiles.of(pack);
            clauses.stream()
                    .filter(clause ->
                            scenarios.stream().noneMatch(one -> one.clauses().contains(clause)))
                    .forEach(clause -> wrong.add(clause + " has no scenario"));
            scenarios.forEach(one -> one.clauses().stream()
                    .filter(clause -> !clauses.contains(clause))
                    .forEach(clause -> wrong.add(one.where() + " names " + clause + ", which the pack does not have")));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_table_of_clauses_and_scenarios_is_up_to_date() throws IOException {
        String table = table();
        String before = Files.exists(TABLE) ? Files.readString(TABLE) : "";
        if (!before.equals(table)) {
            Files.writeString(TABLE, table);
        }
        assertThat(before)
                .as(TABLE + " was not up to date. It has been written anew: look at it and commit it")
                .isEqualTo(table);
    }

    private static String table() {
        StringBuilder table = new StringBuilder("""
                # Clauses and the scenarios that show them

                Written by the build from the packs under `mappings/`; do not edit. A scenario is played on the whole engine by
                `ScenariosIT`. The rules of a clause are the parts of the pack that stand there because of it: each is taken out in
                turn, and a scenario of that clause must fail or the check refuse the pack (`bin/mutate-packs` for all).
                """);
        for (Path pack : ScenarioFiles.packs(MAPPINGS)) {
            JsonNode protocol = PackText.protocol(pack);
            List<Scenario> scenarios = ScenarioFiles.of(pack);
            List<PackRule> rules = PackRule.of(protocol);
            table.append("\n## ")
                    .append(protocol.path("title").asString())
                    .append("\n\n")
                    .append(scenarios.size())
                    .append(" scenarios, ")
                    .append(rules.size())
                    .append(" rules.\n\n| clause | what it asks | rules | scenarios |\n| --- | --- | --- | --- |\n");
            protocol.path("clauses")
                    .properties()
                    .forEach(clause -> table.append("| ")
                            .append(clause.getKey())
                            .append(" | ")
                            .append(clause.getValue().asString())
                            .append(" | ")
                            .append(rules.stream()
                                    .filter(rule -> rule.clause().equals(clause.getKey()))
                                    .count())
                            .append(" | ")
                            .append(scenarios.stream()
                                    .filter(one -> one.clauses().contains(clause.getKey()))
                                    .map(Scenario::id)
                                    .collect(Collectors.joining(", ")))
                            .append(" |\n"));
        }
        return table.toString();
    }
}
