package org.stepbridge.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the one object of a pushed request into its fields, those of the child as {@code child/<field>}. */
final class PushedFields {
    private static final Set<String> OBJECTS = Set.of("child");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxNumberLength(100)
                            .maxNameLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PushedFields() {}

    /** The texts of its fields; null when it is not one object, or one with objects or lists where there are none. */
    static @Nullable Map<String, String> read(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            JsonNode root = MAPPER.readTree(body);
            return root != null && root.isObject() && read("", root, fields) ? fields : null;
        } catch (JacksonException e) {
            return null; // its text quotes the body
        }
    }

    private static boolean read(String prefix, JsonNode object, Map<String, String> fields) {
        boolean sound = true;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String name = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject()) {
                sound &= OBJECTS.contains(name) && read(name + "/", value, fields);
            } else if (value.isArray()) {
                StringBuilder joined = new StringBuilder();
                for (JsonNode item : value) {
                    sound &= item.isValueNode();
                    joined.append(joined.isEmpty() ? "" : "|").append(item.asString(""));
                }
                fields.put(name, joined.toString());
            } else {
                fields.put(name, value.isNull() ? "" : value.asString(""));
            }
        }
        return sound;
    }
}
