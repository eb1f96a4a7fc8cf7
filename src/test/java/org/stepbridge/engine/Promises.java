package org.stepbridge.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepbridge.bench.Delivered;
import org.stepbridge.bench.Truth;

/** Reads all that came out and the ledger, and says which promises were broken: G1, G2, G5 and G6. */
final class Promises {
    private static final Pattern ID = Pattern.compile("(?im)^Message-ID: *<([0-9a-f-]{36})@");
    private static final Pattern REFERENCE = Pattern.compile("(?im)^X-Stepbridge-Reference: *(\\S+)");
    private static final Pattern STEP_UP = Pattern.compile("Step-up ID: (\\S+)");
    /** What differs when something was tried more than once, and the audit, which tells of it. */
    private static final Set<String> BY_THE_WAY = Set.of(
            "delivery.attempts",
            "delivery.may_repeat",
            "delivery.problem",
            "delivery.state",
            "delivery.fence",
            // which of several exports that lie there is read first is nobody's promise
            "intake_file.trouble",
            "intake_file.troubles");

    private Promises() {}

    /**
     * The lines of each table that must be the same, whatever happened on the way: all but those of people being told of
     * what stood still while it did.
     */
    static Map<String, List<String>> state(JdbcClient jdbc) {
        Map<String, List<String>> all = new TreeMap<>(Ledgers.everything(jdbc, BY_THE_WAY));
        all.remove("audit");
        all.remove("standstill");
        all.replaceAll((table, lines) -> lines.stream()
                .filter(line -> !table.equals("delivery") || !line.contains("|standstill|"))
                .map(line -> line.replace("notice-email uncertain", "notice-email delivered"))
                .sorted()
                .toList());
        return all;
    }

    /** A line for each promise that was broken. */
    static List<String> broken(FaultyServers servers, Path outbox, Truth truth, Map<String, List<String>> undisturbed)
            throws Exception {
        List<String> broken = new ArrayList<>();
        JdbcClient jdbc = servers.jdbc();
        Map<String, Integer> copies = new HashMap<>();
        Map<String, String> idOf = new HashMap<>();
        Set<String> stepUps = new HashSet<>();
        for (String mail : servers.mail.taken) {
            String id = first(ID, mail);
            copies.merge(id, 1, Integer::sum);
            String about = idOf.merge(id, first(REFERENCE, mail), (before, now) -> before.equals(now) ? now : "?");
            if (about.equals("?")) {
                broken.add("one Message-ID stands on mails about two requests");
            }
            if (STEP_UP.matcher(mail).find()) {
                stepUps.add(first(STEP_UP, mail));
            }
        }
        repeatsWithoutNeed(jdbc, copies, broken);
        Delivered delivered = Delivered.from(outbox, servers.hubMessages(), new ArrayList<>(stepUps));
        broken.addAll(truth.wrong(delivered));
        check(broken, jdbc, "deliveries that nobody ended", "state in ('pending', 'sending', 'failed')", "delivery");
        check(
                broken,
                jdbc,
                "uncertain deliveries that are no notices",
                "state = 'uncertain' and (channel <> 'notice-email' or urgent)",
                "delivery");
        check(
                broken,
                jdbc,
                "requests decided twice",
                "(request_id, version) in (select request_id, version from decision group by 1, 2 having count(*) > 1)",
                "decision");
        check(
                broken,
                jdbc,
                "files whose rows do not add up",
                "state <> 'done' or rows_done <> accepted + repeated + rejected",
                "intake_file");
        Map<String, List<String>> state = state(jdbc);
        undisturbed.forEach((table, lines) -> {
            if (!lines.equals(state.get(table))) {
                broken.add(table + " is not as in the undisturbed run: " + difference(lines, state.get(table)));
            }
        });
        return broken;
    }

    /** A mail may come twice only where nobody could know that it had come once, and a notice never. */
    private static void repeatsWithoutNeed(JdbcClient jdbc, Map<String, Integer> copies, List<String> broken) {
        jdbc.sql("select id, channel, may_repeat, state, urgent from delivery where channel like '%-email'")
                .query(row -> {
                    int came = copies.getOrDefault(row.getString(1), 0);
                    boolean again = row.getString(2).equals("mash-email") || row.getBoolean(5);
                    if (came > 1 && !(row.getBoolean(3) && again)) {
                        broken.add(row.getString(2) + " " + row.getString(1) + " came " + came + " times without need");
                    }
                    if (came == 0 && !row.getString(4).equals("uncertain")) {
                        broken.add(row.getString(2) + " " + row.getString(1) + " is " + row.getString(4)
                                + " and never came");
                    }
                });
    }

    private static void check(List<String> broken, JdbcClient jdbc, String what, String where, String table) {
        long count = jdbc.sql("select count(*) from " + table + " where " + where)
                .query(Long.class)
                .single();
        if (count > 0) {
            broken.add(count + " " + what);
        }
    }

    private static String difference(List<String> expected, List<String> actual) {
        List<String> missing = new ArrayList<>(expected);
        List<String> extra = new ArrayList<>(actual == null ? List.of() : actual);
        for (String line : expected) {
            if (extra.remove(line)) {
                missing.remove(line);
            }
        }
        return missing.size() + " missing " + missing.stream().limit(2).toList() + ", " + extra.size() + " more "
                + extra.stream().limit(2).toList();
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }
}
