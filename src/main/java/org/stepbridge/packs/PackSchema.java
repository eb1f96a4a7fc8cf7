package org.stepbridge.packs;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds a pack file against its JSON Schema, the one that editors use too, and says each error with its mend. */
final class PackSchema {
    private final JsonNode source;
    private final Schema schema;

    private PackSchema(JsonNode source) {
        this.source = source;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(source);
    }

    /** The schema of this kind of file: {@code protocol}, {@code directory} or {@code feeds}. */
    static PackSchema of(String kind) {
        try (InputStream in = PackSchema.class.getResourceAsStream("/org/stepbridge/schema/" + kind + ".schema.json")) {
            if (in == null) {
                throw new IllegalStateException("the program was built without the schema of " + kind + ".yaml");
            }
            return new PackSchema(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells all that is wrong with the shape of this file; whether nothing is. */
    boolean check(PackFile file, Problems problems) {
        List<Error> errors = schema.validate(file.root());
        errors.forEach(error -> tell(file, error, problems));
        return errors.isEmpty();
    }

    private void tell(PackFile file, Error error, Problems problems) {
        String pointer = error.getInstanceLocation().toString();
        JsonNode rule = rule(error);
        String wanted = rule.path("description").asString("");
        Place here = file.value(pointer);
        switch (error.getKeyword()) {
            case "additionalProperties" -> {
                String key = error.getProperty();
                problems.add(
                        file.name(),
                        file.key(PackFile.child(pointer, key)),
                        "there is no key called '" + key + "' here" + Nearest.hint(key, keys(rule)));
            }
            case "required" ->
                problems.add(
                        file.name(),
                        file.key(pointer),
                        "the key '" + error.getProperty() + "' is missing; add it" + about(rule, error));
            case "enum" ->
                problems.add(
                        file.name(),
                        here,
                        "'" + shown(file, pointer) + "' cannot stand here"
                                + Nearest.hint(shown(file, pointer), allowed(rule)));
            case "type" -> problems.add(file.name(), here, wrongType(rule, error));
            case "propertyNames", "anyOf" -> {}
            default -> problems.add(file.name(), here, "'" + shown(file, pointer) + "' cannot stand here. " + wanted);
        }
    }

    private static String shown(PackFile file, String pointer) {
        JsonNode node = file.root().at(pointer);
        return node.isContainer() ? "this" : node.asString();
    }

    private static String about(JsonNode rule, Error error) {
        String description = rule.path("properties")
                .path(error.getProperty())
                .path("description")
                .asString("");
        return description.isEmpty() ? "" : ": " + description;
    }

    private static String wrongType(JsonNode rule, Error error) {
        String wanted = word(rule.path("type").asString());
        String found = word(type(error.getInstanceNode()));
        boolean quote = wanted.equals("text")
                && error.getInstanceNode().isValueNode()
                && !error.getInstanceNode().isNull();
        return "here belongs " + wanted + ", not " + found + (quote ? "; put it in quotes" : "");
    }

    private static String type(JsonNode node) {
        return node.isObject()
                ? "object"
                : node.isArray()
                        ? "array"
                        : node.isNull()
                                ? "null"
                                : node.isBoolean() ? "boolean" : node.isNumber() ? "integer" : "string";
    }

    private static String word(String type) {
        return switch (type) {
            case "object" -> "a map of keys";
            case "array" -> "a list";
            case "null" -> "nothing";
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            default -> "text";
        };
    }

    private static Collection<String> keys(JsonNode rule) {
        return rule.path("properties").propertyNames();
    }

    private static Collection<String> allowed(JsonNode rule) {
        return StreamSupport.stream(rule.path("enum").spliterator(), false)
                .map(JsonNode::asString)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /** The part of the schema that the error is about. */
    private JsonNode rule(Error error) {
        String pointer = error.getSchemaLocation().getFragment().toString();
        return source.at(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
    }
}
