package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A value of a pack file that knows where it stands. The file has passed its schema, so what the schema requires is
 * there and of the right kind; what it does not require reads as empty.
 */
record Item(PackFile file, String pointer, JsonNode node, Problems problems) {

    static Item root(PackFile file, Problems problems) {
        return new Item(file, "", file.root(), problems);
    }

    /** The key or index under which it stands. */
    String name() {
        return PackFile.lastStep(pointer);
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** What is at this key, missing or not. */
    Item at(String key) {
        return new Item(file, PackFile.child(pointer, key), node.path(key), problems);
    }

    Optional<Item> find(String key) {
        return has(key) ? Optional.of(at(key)) : Optional.empty();
    }

    String text() {
        return node.asString("");
    }

    String text(String key) {
        return at(key).text();
    }

    int number(String key) {
        return node.path(key).asInt(0);
    }

    boolean flag(String key, boolean otherwise) {
        return node.path(key).asBoolean(otherwise);
    }

    /** The items of the list at this key. */
    List<Item> items(String key) {
        Item list = at(key);
        List<Item> items = new ArrayList<>();
        for (JsonNode child : list.node) {
            items.add(new Item(file, PackFile.child(list.pointer, String.valueOf(items.size())), child, problems));
        }
        return items;
    }

    List<String> texts(String key) {
        return items(key).stream().map(Item::text).toList();
    }

    /** The entries of the map at this key, in the order of the file. */
    Map<String, Item> entries(String key) {
        Item map = at(key);
        Map<String, Item> entries = new LinkedHashMap<>();
        map.node.propertyNames().forEach(name -> entries.put(name, map.at(name)));
        return entries;
    }

    /** Tells what is wrong with this value. */
    void wrong(String text) {
        problems.add(file.name(), file.value(pointer), text);
    }

    /** Tells what is wrong with the key under which this stands. */
    void wrongKey(String text) {
        problems.add(file.name(), file.key(pointer), text);
    }

    /** Tells what is wrong at this character of this text. */
    void wrongAt(int offset, String text) {
        problems.add(file.name(), file.within(pointer, offset), text);
    }
}
