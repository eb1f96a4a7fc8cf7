package org.stepbridge.packs;

import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import tools.jackson.databind.JsonNode;

/**
 * A YAML file of a pack that could be read, with the place of everything in it.
 *
 * @param name the folder's and the file's name, for problems
 * @param text its text
 * @param root its content
 * @param values JSON pointer to where the value stands
 * @param keys JSON pointer to where the key of that value stands; none for items of lists
 */
record PackFile(String name, String text, JsonNode root, Map<String, Node> values, Map<String, Node> keys) {

    /** Where the value at this pointer starts, or the nearest thing around it that is in the file. */
    Place value(String pointer) {
        Node node = values.get(pointer);
        if (node != null) {
            return Place.of(node.getStartMark());
        }
        int parent = pointer.lastIndexOf('/');
        return parent < 0 ? Place.START : value(pointer.substring(0, parent));
    }

    /** Where the key of the value at this pointer starts; the value itself for items of lists. */
    Place key(String pointer) {
        Node node = keys.get(pointer);
        return node == null ? value(pointer) : Place.of(node.getStartMark());
    }

    /** Where this character of the text at this pointer stands. */
    Place within(String pointer, int offset) {
        return values.get(pointer) instanceof ScalarNode scalar ? ScalarPlace.of(text, scalar, offset) : value(pointer);
    }

    /** The pointer to this key of, or index in, what is at {@code pointer}. */
    static String child(String pointer, String step) {
        return pointer + "/" + step.replace("~", "~0").replace("/", "~1");
    }

    /** The last step of this pointer as it was written. */
    static String lastStep(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }
}
