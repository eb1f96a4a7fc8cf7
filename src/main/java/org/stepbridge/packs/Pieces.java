package org.stepbridge.packs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepbridge.casework.Nearest;
import org.stepbridge.evidence.Phrases;
import org.stepbridge.protocol.ClockRule.Telling;
import org.stepbridge.protocol.Consequence;
import org.stepbridge.protocol.Notice;

/**
 * What the rules of a pack may refer to.
 *
 * @param clauses its clauses
 * @param roles its roles
 * @param trays its trays
 * @param phrases how it words things
 * @param messages its templates
 * @param ladders its ladders of escalation by name
 * @param meetings its weekly meetings by name
 * @param openings what its events open
 * @param posts the posts of its directory
 */
record Pieces(
        Clauses clauses,
        Roles roles,
        Trays trays,
        Phrases phrases,
        Messages messages,
        Map<String, Item> ladders,
        Map<String, Item> meetings,
        Openings openings,
        Set<String> posts) {

    /** The notices of this rule. */
    List<Notice> notices(Item rule) {
        return notices(rule, Set.of());
    }

    /**
     * The notices of this rule.
     *
     * @param names what their templates may name besides
     */
    List<Notice> notices(Item rule, Set<String> names) {
        return rule.items("notices").stream()
                .map(notice -> {
                    messages.notice(notice.at("template"), names);
                    return new Notice(notice.text("template"), posts(notice, "to"));
                })
                .toList();
    }

    /**
     * The rungs of this ladder.
     *
     * @param clause the clause that asks for it; empty for none
     * @param names what their templates may name besides
     */
    List<Telling> rungs(Item ladder, String clause, Set<String> names) {
        return ladder.items("rungs").stream()
                .map(rung -> new Telling(
                        clause,
                        rung.text("title"),
                        rung.has("after") ? Lengths.within(rung.text("after")) : null,
                        false,
                        notices(rung, names)))
                .toList();
    }

    /** The notices of this rule with this consequence; a rule that holds has none, for nothing is sent until it is decided. */
    List<Notice> notices(Item rule, Consequence then) {
        if (then == Consequence.HOLD && rule.has("notices")) {
            rule.at("notices").wrong("a rule that holds sends nothing; take the notices out or write flag or return");
        }
        return notices(rule);
    }

    /** The posts that this key of {@code rule} names; unknown ones are told as problems. */
    List<String> posts(Item rule, String key) {
        rule.items(key).stream()
                .filter(post -> !posts.contains(post.text()))
                .forEach(post -> post.wrong(
                        "directory.yaml has no post called '" + post.text() + "'" + Nearest.hint(post.text(), posts)));
        return rule.texts(key);
    }
}
