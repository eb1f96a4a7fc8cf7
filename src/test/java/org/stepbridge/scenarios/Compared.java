package org.stepbridge.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what a scenario expects with what there is: only the keys that it names, and no thing more or less. */
final class Compared {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_SHOWN = 400;

    private Compared() {}

    /** What differs between an expected thing and this one. */
    static Optional<String> one(JsonNode expected, JsonNode actual) {
        List<String> wrong = new ArrayList<>();
        expected.properties().forEach(key -> {
            JsonNode is = actual.path(key.getKey());
            if (!equal(key.getKey(), key.getValue(), is)) {
                wrong.add(key.getKey() + " should be " + key.getValue() + " and is " + shown(is));
            }
        });
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", wrong));
    }

    /** What differs between a list that is expected in any order and this one. */
    static Optional<String> list(JsonNode expected, List<? extends Map<String, ?>> actual) {
        List<JsonNode> left = new ArrayList<>();
        actual.forEach(each -> left.add(JSON.valueToTree(each)));
        List<JsonNode> missing = new ArrayList<>();
        for (JsonNode each : expected) {
            Optional<JsonNode> found =
                    left.stream().filter(one -> one(each, one).isEmpty()).findFirst();
            found.ifPresentOrElse(left::remove, () -> missing.add(each));
        }
        if (missing.isEmpty() && left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("expected and not there " + missing + "; there and not expected "
                + left.stream().map(Compared::shown).toList());
    }

    /** {@code says} lists what a text must contain; lists of texts are compared without regard to order. */
    private static boolean equal(String key, JsonNode expected, JsonNode actual) {
        if (key.equals("says")) {
            String text = actual.asString("").replaceAll("\\s+", " ");
            return texts(expected).stream().allMatch(part -> text.contains(part.replaceAll("\\s+", " ")));
        }
        if (actual.isArray()) {
            return texts(expected).stream()
                    .sorted()
                    .toList()
                    .equals(texts(actual).stream().sorted().toList());
        }
        return expected.isObject()
                ? one(expected, actual).isEmpty()
                : expected.asString("").equals(actual.asString(""));
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(each -> texts.add(each.asString()));
        } else {
            texts.add(list.asString());
        }
        return texts;
    }
}
