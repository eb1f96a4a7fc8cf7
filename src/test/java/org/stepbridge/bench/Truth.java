package org.stepbridge.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepbridge.bench.FloorRequest.Outcome;

/** What is right for each request, and the comparison of what was delivered with it. */
public record Truth(Map<Outcome, Set<String>> expected) {
    private static final int EXAMPLES = 3;

    public static Truth read(Path file) throws IOException {
        Map<Outcome, Set<String>> expected = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            expected.put(outcome, new HashSet<>());
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                expected(expected, Outcome.valueOf(row.getField("Expected"))).add(row.getField("Id"));
            }
        }
        return new Truth(expected);
    }

    private static Set<String> expected(Map<Outcome, Set<String>> all, Outcome outcome) {
        return all.getOrDefault(outcome, Set.of());
    }

    /** A line for each way of delivery on which something is missing, too much or there twice; empty when all is right. */
    public List<String> wrong(Delivered delivered) {
        List<String> wrong = new ArrayList<>();
        compare("returns", Outcome.RETURN, delivered.returns(), wrong);
        compare("allocations", Outcome.ALLOCATION, delivered.allocations(), wrong);
        compare("hub messages", Outcome.EVIDENCE_BASED, delivered.hubMessages(), wrong);
        compare("MASH mails", Outcome.STEP_UP, delivered.mashMails(), wrong);
        return wrong;
    }

    private void compare(String what, Outcome outcome, List<String> ids, List<String> wrong) {
        Set<String> right = expected(expected, outcome);
        Map<String, Integer> found = new HashMap<>();
        ids.forEach(id -> found.merge(id, 1, Integer::sum));
        List<String> missing =
                right.stream().filter(id -> !found.containsKey(id)).sorted().toList();
        List<String> extra = found.keySet().stream()
                .filter(id -> !right.contains(id))
                .sorted()
                .toList();
        List<String> repeated = found.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!missing.isEmpty() || !extra.isEmpty() || !repeated.isEmpty()) {
            wrong.add(what + ": " + count("missing", missing) + ", " + count("not expected", extra) + ", "
                    + count("more than once", repeated));
        }
    }

    private static String count(String how, List<String> ids) {
        String examples =
                ids.isEmpty() ? "" : " (" + String.join(" ", ids.subList(0, Math.min(EXAMPLES, ids.size()))) + " …)";
        return ids.size() + " " + how + examples;
    }
}
