package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of a protocol that stands there because of a clause and could be taken out.
 *
 * @param pointer where it stands in protocol.yaml
 * @param name what it is, for people
 * @param clause the clause behind it
 */
public record PackRule(String pointer, String name, String clause) {
    /** Parts of a rule whose absence should show by itself; each stands for the clause of the rule. */
    private static final Set<String> PARTS = Set.of(
            "remind",
            "overdue",
            "escalate",
            "every",
            "metBy",
            "notices",
            "limit",
            "needs",
            "task",
            "after",
            "opens",
            "recheck",
            "show");
    /** Parts that give their own clause as their text. */
    private static final Set<String> BY_TEXT = Set.of("recordings", "closing");
    /** Without these there is no rule left to be taken out of. */
    private static final Set<String> REQUIRED = Set.of("missing", "clauses", "ladders");

    /** Every such part of this protocol. */
    public static List<PackRule> of(JsonNode protocol) {
        List<PackRule> rules = new ArrayList<>();
        walk(protocol, "", "", rules);
        return rules;
    }

    private static void walk(JsonNode node, String pointer, String clause, List<PackRule> rules) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(node.get(i), pointer + "/" + i, "", clause, rules);
            }
        }
        for (String key : List.copyOf(node.propertyNames())) {
            visit(node.get(key), PackFile.child(pointer, key), key, clause, rules);
        }
    }

    private static void visit(JsonNode node, String pointer, String key, String clause, List<PackRule> rules) {
        String own = node.path("clause").asString("");
        boolean rung = pointer.matches("/ladders/[^/]+/rungs/[1-9]\\d*");
        boolean required = REQUIRED.contains(key) || pointer.matches("/ladders/[^/]+");
        if (BY_TEXT.contains(key)) {
            rules.add(new PackRule(pointer, name(pointer, node), node.asString()));
        } else if (!required && (!own.isEmpty() || rung || (!clause.isEmpty() && PARTS.contains(key)))) {
            rules.add(new PackRule(pointer, name(pointer, node), own.isEmpty() ? clause : own));
        }
        walk(node, pointer, own.isEmpty() ? clause : own, rules);
    }

    private static String name(String pointer, JsonNode node) {
        String id = node.path("id").asString("");
        String path = pointer.substring(1).replace('/', ' ').replaceFirst("^requests ", "");
        return id.isEmpty() ? path : path.replaceFirst(" \\d+$", " " + id);
    }

    /** The protocol without this part. */
    public JsonNode takenOut(JsonNode protocol) {
        JsonNode copy = protocol.deepCopy();
        int last = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, last));
        String step = PackFile.lastStep(pointer);
        if (parent instanceof ArrayNode list) {
            list.remove(Integer.parseInt(step));
        } else {
            ((ObjectNode) parent).remove(step);
        }
        return copy;
    }

    @Override
    public String toString() {
        return clause + " " + name;
    }
}
