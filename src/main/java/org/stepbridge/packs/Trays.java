package org.stepbridge.packs;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.stepbridge.casework.Nearest;
import org.stepbridge.protocol.Destination;

/** The trays of a pack by name. */
final class Trays {
    private final Map<String, Item> trays;

    Trays(Item root) {
        this.trays = root.entries("trays");
    }

    /**
     * The tray that this destination names; told as a problem when there is none or no feed brings its field.
     *
     * @param fields the fields of this type of request
     */
    Destination.Tray at(Item to, Set<String> fields) {
        String name = to.text().substring("tray:".length());
        Item tray = trays.get(name);
        if (tray == null) {
            to.wrong("there are no trays called '" + name + "'" + Nearest.hint(name, trays.keySet()));
            return new Destination.Tray("", Map.of(), "");
        }
        Item field = tray.at("field");
        if (!fields.contains(field.text())) {
            field.wrong("no feed brings a field '" + field.text() + "' for every request that goes to these trays"
                    + Nearest.hint(field.text(), fields));
        }
        Map<String, String> names = new HashMap<>();
        tray.entries("names").forEach((value, text) -> names.put(value, text.text()));
        return new Destination.Tray(field.text(), names, tray.text("unknown"));
    }
}
