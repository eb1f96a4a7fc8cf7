package org.stepbridge;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.stepbridge.operations.command.AuditCommand;
import org.stepbridge.operations.command.RunOnce;
import org.stepbridge.operations.generate.GenerateCommand;

/** Starts the program: the one place that sees every package. */
@SpringBootApplication
public class Stepbridge {
    private static final String USAGE = """
            usage: java -jar stepbridge.jar [command] [--property=value ...]
              run                      serve; the default
              run --once               take in, decide and deliver all there is, print the sums and end
              check [--json] PACK [EXPORT ...]
                                       check a protocol pack and try exports on it; writes nothing
              whatif [--json] PACK [--since YYYY-MM-DD]
                                       decide the ledger's requests again by a changed pack; writes nothing
              protocol PACK            print a protocol pack in plain English as Markdown
              audit verify             hold the audit against its seals
              generate --requests N --seed S --out DIR
                                       write synthetic exports and their truth""";

    /** Runs a command; without one, serves until told to stop. */
    public static void main(String[] args) {
        List<String> words = Arrays.asList(args);
        String command = words.isEmpty() || words.get(0).startsWith("--") ? "run" : words.get(0);
        List<String> rest = words.isEmpty() || words.get(0).startsWith("--") ? words : words.subList(1, words.size());
        PrintStream out = System.out;
        switch (command) {
            case "run" -> {
                if (rest.contains("--once")) {
                    System.exit(once(rest, out));
                }
                SpringApplication.run(Stepbridge.class, rest.toArray(String[]::new));
            }
            case "check" -> System.exit(CheckRun.run(rest, out));
            case "whatif" -> System.exit(WhatIfRun.run(rest, out));
            case "protocol" -> System.exit(ProtocolRun.run(rest, out));
            case "audit" -> System.exit(audit(rest, out));
            case "generate" -> System.exit(GenerateCommand.run(rest, out));
            default -> {
                out.println("stepbridge: there is no command called '" + command + "'");
                out.println(USAGE);
                System.exit(2);
            }
        }
    }

    private static int audit(List<String> args, PrintStream out) {
        if (args.isEmpty() || !args.get(0).equals("verify")) {
            out.println("audit: say what is to be done with it: audit verify");
            return 2;
        }
        SpringApplication application = new SpringApplication(Stepbridge.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        List<String> settings = new ArrayList<>(args.subList(1, args.size()));
        // nothing is taken in or delivered meanwhile
        settings.add("--camel.main.auto-startup=false");
        ConfigurableApplicationContext context = application.run(settings.toArray(String[]::new));
        int code = context.getBean(AuditCommand.class).verify(out);
        return Math.max(code, SpringApplication.exit(context));
    }

    private static int once(List<String> args, PrintStream out) {
        SpringApplication application = new SpringApplication(Stepbridge.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        List<String> settings = new ArrayList<>(args);
        settings.remove("--once");
        // it prints what stands still; whoever serves tells people of it
        settings.add("--stepbridge.alarms.on=false");
        ConfigurableApplicationContext context = application.run(settings.toArray(String[]::new));
        int code = context.getBean(RunOnce.class).run(out);
        return Math.max(code, SpringApplication.exit(context));
    }
}
