package org.stepbridge.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stepbridge.casework.Nearest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the scenarios of packs; what is wrong with one is told with its file, line and column. */
public final class ScenarioFiles {
    private static final PackSchema SCHEMA = PackSchema.of("scenarios");

    private final Path pack;
    private final Problems problems = new Problems();
    private final List<Item> roots = new ArrayList<>();
    private final Map<String, Item> named = new HashMap<>();
    private final List<Scenario> found = new ArrayList<>();

    private ScenarioFiles(Path pack) {
        this.pack = pack;
    }

    /** Every pack under this folder. */
    public static List<Path> packs(Path mappings) {
        try (Stream<Path> folders = Files.list(mappings)) {
            return folders.filter(folder -> new PackFolder(folder).isPack())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenarios of the pack in this folder. @throws AssertionError with every problem when a file is not sound */
    public static List<Scenario> of(Path pack) {
        ScenarioFiles files = new ScenarioFiles(pack);
        try {
            files.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!files.problems.none()) {
            throw new AssertionError(String.join("\n", files.problems.lines()));
        }
        return files.found;
    }

    private void read() throws IOException {
        Path folder = pack.resolve("scenarios");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String name = pack.getFileName() + "/scenarios/" + file.getFileName();
                YamlReader.read(file, name, problems)
                        .filter(content -> SCHEMA.check(content, problems))
                        .ifPresent(content -> roots.add(Item.root(content, problems)));
            }
        }
        for (Item root : roots) {
            root.entries("rows").forEach((row, item) -> {
                if (named.putIfAbsent(row, item) != null) {
                    item.wrongKey("another row of this pack is called '" + row + "'; give each its own name");
                }
            });
        }
        roots.forEach(this::add);
    }

    private void add(Item root) {
        for (Item scenario : root.items("scenarios")) {
            String id = scenario.text("id");
            if (found.stream().anyMatch(other -> other.id().equals(id))) {
                scenario.at("id").wrong("another scenario of this pack has this id; give each its own");
            }
            List<Scenario.Step> steps = scenario.items("steps").stream()
                    .map(step -> new Scenario.Step(where(step), whole(step)))
                    .toList();
            found.add(new Scenario(
                    pack,
                    where(scenario),
                    id,
                    scenario.text("title"),
                    scenario.texts("clauses"),
                    Scenario.time(scenario.text("start")),
                    steps));
        }
    }

    /** The step with what its rows are like put into them. */
    private JsonNode whole(Item step) {
        for (Item row : step.items("rows")) {
            fill((ObjectNode) row.node(), row);
        }
        return step.node();
    }

    private void fill(ObjectNode row, Item place) {
        if (!row.has("like")) {
            return;
        }
        String like = row.get("like").asString();
        Item base = named.get(like);
        if (base == null) {
            place.at("like").wrong("there is no row called '" + like + "'" + Nearest.hint(like, named.keySet()));
            return;
        }
        row.remove("like");
        ObjectNode from = (ObjectNode) base.node();
        fill(from, base);
        from.properties().forEach(cell -> {
            if (!row.has(cell.getKey())) {
                row.set(cell.getKey(), cell.getValue());
            }
        });
    }

    private static String where(Item item) {
        Place place = item.file().value(item.pointer());
        return item.file().name() + ":" + place.line();
    }
}
