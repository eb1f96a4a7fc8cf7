package org.stepbridge.packs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Mapping;
import org.stepbridge.casework.Mapping.Column;

/** The feeds of a pack, asked which fields they bring for which type of request. */
record Feeds(List<Feed> all) {
    private static final String TYPE = "type";

    /** Every field that a feed of requests brings. */
    Set<String> fields() {
        return requests().flatMap(Feeds::fields).collect(Collectors.toSet());
    }

    /** The fields that requests of this type have; those of every request when no feed says that it brings the type. */
    Set<String> fields(String type) {
        Set<String> found = requests()
                .filter(feed -> types(feed).contains(type))
                .flatMap(Feeds::fields)
                .collect(Collectors.toSet());
        return found.isEmpty() ? fields() : found;
    }

    /** The words that this type of request never has, because the feeds turn them into others. */
    CodedWords codedWords(String type) {
        return new CodedWords(requests()
                .filter(feed -> types(feed).contains(type))
                .flatMap(feed -> feed.mapping().columns().stream())
                .toList());
    }

    /** The types of request that this feed's words stand for. */
    static Set<String> types(Feed feed) {
        Set<String> types = new HashSet<>();
        Mapping mapping = feed.mapping();
        if (mapping.fixed().containsKey(TYPE)) {
            types.add(mapping.fixed().get(TYPE));
        }
        mapping.columns().stream()
                .filter(column -> column.field().equals(TYPE))
                .forEach(column -> types.addAll(column.codes().values().values()));
        return types;
    }

    private Stream<Feed> requests() {
        return all.stream().filter(feed -> feed.kind().bringsRequests());
    }

    private static Stream<String> fields(Feed feed) {
        Mapping mapping = feed.mapping();
        return Stream.of(
                        mapping.columns().stream().map(Column::field),
                        mapping.fixed().keySet().stream(),
                        mapping.computed().keySet().stream())
                .flatMap(fields -> fields);
    }
}
