package org.stepbridge.packs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns YAML nodes into JSON, noting where each came from. */
final class YamlToJson {
    private static final int MOST_NODES = 50_000;
    private static final int DEEPEST = 60;

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final String name;
    private final Problems problems;
    private final Map<String, Node> values;
    private final Map<String, Node> keys;
    private int depth;

    YamlToJson(String name, Problems problems, Map<String, Node> values, Map<String, Node> keys) {
        this.name = name;
        this.problems = problems;
        this.values = values;
        this.keys = keys;
    }

    /** The content; empty, with the problem told, when a key stands twice or aliases blow it up. */
    Optional<JsonNode> convert(Node root) {
        JsonNode content = convert(root, "");
        if (values.size() >= MOST_NODES) {
            problems.add(name, Place.START, "the file grows beyond " + MOST_NODES + " values; use fewer aliases");
            return Optional.empty();
        }
        return Optional.of(content);
    }

    private JsonNode convert(Node node, String pointer) {
        if (values.size() >= MOST_NODES || depth > DEEPEST) {
            return json.nullNode();
        }
        values.put(pointer, node);
        depth++;
        try {
            if (node instanceof MappingNode mapping) {
                return object(mapping.getValue(), pointer);
            }
            return node instanceof SequenceNode sequence
                    ? array(sequence.getValue(), pointer)
                    : scalar((ScalarNode) node);
        } finally {
            depth--;
        }
    }

    private ObjectNode object(List<NodeTuple> tuples, String pointer) {
        ObjectNode object = json.objectNode();
        for (NodeTuple tuple : tuples) {
            Place place = Place.of(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(name, place, "a key is one word or text, not a list or map");
            } else if (object.has(key.getValue())) {
                problems.add(name, place, "the key '" + key.getValue() + "' stands here twice; keep one");
            } else {
                String child = PackFile.child(pointer, key.getValue());
                keys.put(child, key);
                object.set(key.getValue(), convert(tuple.getValueNode(), child));
            }
        }
        return object;
    }

    private ArrayNode array(List<Node> items, String pointer) {
        ArrayNode array = json.arrayNode();
        for (Node item : items) {
            array.add(convert(item, PackFile.child(pointer, String.valueOf(array.size()))));
        }
        return array;
    }

    private JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        if (Tag.NULL.equals(node.getTag())) {
            return json.nullNode();
        }
        if (Tag.BOOL.equals(node.getTag())) {
            return json.booleanNode(Boolean.parseBoolean(text));
        }
        return Tag.INT.equals(node.getTag()) && PlainWords.whole(text)
                ? json.numberNode(Integer.parseInt(text))
                : json.stringNode(text);
    }
}
