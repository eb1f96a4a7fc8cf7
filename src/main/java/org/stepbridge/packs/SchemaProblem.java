package org.stepbridge.packs;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.stepbridge.casework.Nearest;
import tools.jackson.databind.JsonNode;

/**
 * One thing that is wrong with the shape of a pack file.
 *
 * @param file the file
 * @param error what the validator says
 * @param schema the whole schema, whose descriptions are the mend
 */
record SchemaProblem(PackFile file, Error error, JsonNode schema) {

    void tell(Problems problems) {
        switch (error.getKeyword()) {
            case "additionalProperties" -> problems.add(file.name(), key(error.getProperty()), unknownKey());
            case "propertyNames" -> problems.add(file.name(), key(error.getProperty()), badName());
            case "required" -> problems.add(file.name(), file.key(pointer()), missingKey());
            case "dependentRequired" -> problems.add(file.name(), file.value(pointer()), lonelyKey());
            case "enum" ->
                problems.add(file.name(), file.value(pointer()), cannotStand() + hint(words(rule().path("enum"))));
            case "type" -> problems.add(file.name(), file.value(pointer()), wrongType());
            default -> problems.add(file.name(), file.value(pointer()), cannotStand() + ". " + description(rule()));
        }
    }

    /** Whether a key is only missing because it is misspelt, which one of the others says better. */
    boolean misspelt(List<SchemaProblem> others) {
        return error.getKeyword().equals("required")
                && others.stream()
                        .filter(other -> other.error.getKeyword().equals("additionalProperties"))
                        .filter(other -> other.pointer().equals(pointer()))
                        .anyMatch(other -> Nearest.of(other.error.getProperty(), List.of(error.getProperty()))
                                .isPresent());
    }

    private String pointer() {
        return error.getInstanceLocation().toString();
    }

    private Place key(String name) {
        return file.key(PackFile.child(pointer(), name));
    }

    private String unknownKey() {
        Collection<String> known = rule().path("properties").propertyNames();
        return "there is no key called '" + error.getProperty() + "' here" + Nearest.hint(error.getProperty(), known);
    }

    private String badName() {
        return "'" + error.getProperty() + "' cannot be a name here. " + description(rule().path("propertyNames"));
    }

    private String missingKey() {
        String what = description(rule().path("properties").path(error.getProperty()));
        return "the key '" + error.getProperty() + "' is missing; add it" + (what.isEmpty() ? "" : ": " + what);
    }

    private String lonelyKey() {
        JsonNode node = file.root().at(pointer());
        JsonNode pairs = rule().path("dependentRequired");
        return pairs.propertyNames().stream()
                .filter(node::has)
                .map(key -> "the key '" + key + "' needs the key '" + String.join("' and '", words(pairs.path(key)))
                        + "'; add it")
                .findFirst()
                .orElse("a key is missing here");
    }

    private String cannotStand() {
        return "'" + shown() + "' cannot stand here";
    }

    private String hint(Collection<String> allowed) {
        return Nearest.hint(shown(), allowed);
    }

    private String shown() {
        JsonNode node = file.root().at(pointer());
        return node.isContainer() ? "this" : node.asString();
    }

    private String wrongType() {
        JsonNode found = error.getInstanceNode();
        String wanted = rule().path("type").asString();
        String mend = "";
        if (wanted.equals("string") && (found.isNumber() || found.isBoolean())) {
            mend = "; put it in quotes";
        } else if (wanted.equals("array") && found.isValueNode()) {
            mend = "; put it in [ ]";
        }
        return "here belongs " + word(wanted) + ", not " + word(type(found)) + mend;
    }

    private static String type(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case NULL, MISSING -> "null";
            case BOOLEAN -> "boolean";
            case NUMBER -> "integer";
            default -> "string";
        };
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

    /** The part of the schema that the error is about. */
    private JsonNode rule() {
        String pointer = error.getSchemaLocation().getFragment().toString();
        return schema.at(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
    }

    private String description(JsonNode part) {
        String own = part.path("description").asString("");
        String ref = part.path("$ref").asString("");
        return own.isEmpty() && ref.startsWith("#") ? description(schema.at(ref.substring(1))) : own;
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asString()));
        return words;
    }
}
