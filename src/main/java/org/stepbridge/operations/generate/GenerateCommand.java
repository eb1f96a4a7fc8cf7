package org.stepbridge.operations.generate;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command {@code generate}: synthetic exports with their truth file, for demonstrations and benchmarks. */
public final class GenerateCommand {
    private static final String USAGE =
            "usage: generate --requests N --out DIR" + " [--seed S] [--notes-per-request 2] [--stamp yyyyMMddTHHmm]";
    private static final Set<String> OPTIONS =
            Set.of("--requests", "--out", "--seed", "--notes-per-request", "--stamp");

    private GenerateCommand() {}

    /**
     * Runs the command.
     *
     * @param args what follows the word {@code generate}
     * @param out where to say what was done, or what was wrong with the arguments
     * @return 0 when the files are written, 1 when they could not be, 2 for arguments that make no sense
     */
    public static int run(List<String> args, PrintStream out) {
        SyntheticPlan plan;
        Path folder;
        try {
            Map<String, String> options = options(args);
            plan = SyntheticPlan.of(
                    Integer.parseInt(required(options, "--requests")),
                    Double.parseDouble(options.getOrDefault(
                            "--notes-per-request", String.valueOf(SyntheticPlan.USUAL_NOTES_PER_REQUEST))),
                    Long.parseLong(options.getOrDefault("--seed", "1")),
                    options.containsKey("--stamp")
                            ? SyntheticPlan.stamp(required(options, "--stamp"))
                            : SyntheticPlan.USUAL_STAMP);
            folder = Path.of(required(options, "--out"));
            SyntheticExports.write(plan, folder);
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            out.println("generate: " + wrong.getMessage());
            out.println(USAGE);
            return 2;
        } catch (IOException | UncheckedIOException broken) {
            out.println("generate: the exports could not be written: " + broken);
            return 1;
        }
        out.println("Wrote " + plan.requests() + " requests and " + plan.notes() + " notes to " + folder);
        return 0;
    }

    private static Map<String, String> options(List<String> args) {
        Map<String, String> options = new HashMap<>();
        for (int at = 0; at < args.size(); at += 2) {
            String name = args.get(at);
            if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException("there is no option " + name);
            }
            if (at + 1 == args.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            options.put(name, args.get(at + 1));
        }
        return options;
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
