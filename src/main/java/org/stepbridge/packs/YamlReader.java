package org.stepbridge.packs;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/** Reads a YAML file with the place of everything in it; takes no more than a pack can sensibly need. */
final class YamlReader {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_ALIASES = 50;
    private static final int DEEPEST = 30;

    private YamlReader() {}

    /** The file; empty, with the problem told, when it is no YAML. */
    static Optional<PackFile> read(Path path, String name, Problems problems) throws IOException {
        String text = decode(path);
        if (text == null) {
            problems.add(name, Place.START, "the file is not in UTF-8; save it in UTF-8");
            return Optional.empty();
        }
        try {
            Node root = yaml().compose(new StringReader(text));
            if (root == null) {
                problems.add(name, Place.START, "the file is empty; see mappings/schema/ for what belongs in it");
                return Optional.empty();
            }
            Map<String, Node> values = new HashMap<>();
            Map<String, Node> keys = new HashMap<>();
            var json = new YamlToJson(name, problems, values, keys).convert(root);
            return json.map(node -> new PackFile(name, text, node, values, keys));
        } catch (MarkedYAMLException e) {
            Place place = e.getProblemMark() == null ? Place.START : Place.of(e.getProblemMark());
            problems.add(name, place, "this is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problems.add(name, Place.START, "this is not YAML that can be taken: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static @Nullable String decode(Path path) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Yaml yaml() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_CHARACTERS);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setNestingDepthLimit(DEEPEST);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits, new PlainWords());
    }
}
