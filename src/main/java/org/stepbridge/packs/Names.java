package org.stepbridge.packs;

import dev.cel.runtime.CelVariableResolver;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepbridge.protocol.Facts;

/**
 * The names that a condition may use, each looked up only when it is asked for. Fields of a request are texts, empty
 * when not given; times are in ISO 8601 with the authority's offset, so that they compare as texts.
 */
final class Names {
    private static final String REQUEST = "request.";
    private static final Map<String, Function<Facts, Object>> OWN = Map.of(
            "sourceId", facts -> facts.request().sourceId(),
            "type", facts -> facts.request().type(),
            "locality", facts -> facts.request().locality(),
            "requestedAt", facts -> local(facts.request().requestedAt(), facts),
            "dateOfBirth", facts -> text(facts.request().child().dateOfBirth()));

    private final Map<String, Function<Facts, Object>> lookups = new HashMap<>();
    private final Map<String, WordList> lists;

    /**
     * @param fields the fields that the feeds bring for this type of request
     * @param lists the pack's lists under the names that conditions use, such as {@code roles.teamManager}
     */
    Names(Collection<String> fields, Map<String, WordList> lists) {
        this.lists = lists;
        fields.forEach(field ->
                lookups.put(REQUEST + field, facts -> facts.request().details().text(field)));
        OWN.forEach((field, lookup) -> lookups.put(REQUEST + field, lookup));
        lists.forEach((name, list) -> lookups.put(name, facts -> list));
        lookups.put("now", facts -> local(facts.now(), facts));
    }

    /** Names of texts. */
    Set<String> texts() {
        return lookups.keySet().stream()
                .filter(name -> !lists.containsKey(name))
                .collect(Collectors.toSet());
    }

    /** Names of lists. */
    Set<String> lists() {
        return lists.keySet();
    }

    /** What may follow {@code request.}, {@code lists.} or {@code roles.}. */
    Set<String> after(String root) {
        return lookups.keySet().stream()
                .filter(name -> name.startsWith(root + "."))
                .map(name -> name.substring(root.length() + 1))
                .collect(Collectors.toSet());
    }

    CelVariableResolver resolver(Facts facts) {
        return name -> Optional.ofNullable(lookups.get(name)).map(lookup -> lookup.apply(facts));
    }

    private static String local(@Nullable Instant instant, Facts facts) {
        return instant == null ? "" : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(facts.zone()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
