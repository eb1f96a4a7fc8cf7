package org.stepbridge.scenarios;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepbridge.casework.Actions;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FileIntake;
import org.stepbridge.casework.Pack;
import org.stepbridge.packs.Scenario;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays scenarios on the whole engine, one after the other, each on an empty ledger. */
final class Play {
    private static final int MOST_ROUNDS = 20;

    private final Council council;
    private final HandClock clock;
    private final Books books;
    private final HubDesk hub;
    private final OutFiles files;
    private final TakenMails mails;
    private final ByHand people;

    Play(Council council) {
        this.council = council;
        this.clock = council.part(HandClock.class);
        this.books = new Books(council.part(JdbcClient.class));
        this.hub = new HubDesk(council.broker.url());
        this.files = new OutFiles(council.home);
        this.mails = new TakenMails(council.mail, books);
        this.people = new ByHand(council.part(Actions.class), council.part(Decider.class), books);
    }

    /** Plays a scenario by this pack; everything that is not as it expects, each with its place. */
    List<String> wrong(Scenario scenario, Pack pack) {
        List<String> wrong = new ArrayList<>();
        Scenario.Step at =
                new Scenario.Step(scenario.where(), JsonMapper.shared().nullNode());
        try {
            begin(scenario, pack);
            for (Scenario.Step step : scenario.steps()) {
                at = step;
                play(step, scenario, pack).forEach(problem -> wrong.add(step.where() + ": " + problem));
            }
        } catch (Exception | AssertionError e) {
            wrong.add(at.where() + ": " + e);
        }
        return wrong;
    }

    private void begin(Scenario scenario, Pack pack) throws Exception {
        books.empty();
        files.clear();
        mails.clear();
        hub.take(scenario.authority());
        council.part(LivePacks.class).set(pack);
        clock.set(instant(scenario.start(), pack));
    }

    private List<String> play(Scenario.Step step, Scenario scenario, Pack pack) throws Exception {
        JsonNode node = step.node();
        if (node.has("give")) {
            give(node, pack);
        } else if (node.has("file")) {
            take(scenario.pack().resolve(node.path("file").asString()), pack);
        } else if (node.has("document")) {
            Path document = council.home.resolve(node.path("document").asString());
            Files.createDirectories(document.getParent());
            Files.writeString(document, node.path("text").asString());
        } else if (node.has("act")) {
            people.perform(node.path("act"), pack.authority(), clock.instant());
            settle();
        } else if (node.has("until")) {
            pass(instant(Scenario.time(node.path("until").asString()), pack));
        } else if (node.has("expect")) {
            return look(node.path("expect"), pack);
        } else {
            throw new IllegalStateException("this step is not known: " + node);
        }
        return List.of();
    }

    private void give(JsonNode step, Pack pack) throws IOException {
        Feed feed = pack.feed(step.path("give").asString())
                .orElseThrow(() -> new AssertionError("the pack has no feed " + step.path("give")));
        Instant extracted = step.has("extracted")
                ? instant(Scenario.time(step.path("extracted").asString()), pack)
                : clock.instant();
        String stamp =
                DateTimeFormatter.ofPattern(feed.extractTime()).format(LocalDateTime.ofInstant(extracted, pack.zone()));
        Path file = Files.createDirectories(council.home.resolve(feed.directory()))
                .resolve(feed.id() + "-" + stamp + ".csv");
        Files.writeString(file, csv(step.path("rows")), StandardCharsets.UTF_8);
        take(file, pack);
    }

    private static String csv(JsonNode rows) throws IOException {
        Set<String> headings = new LinkedHashSet<>();
        rows.forEach(row -> headings.addAll(row.propertyNames()));
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings);
            rows.forEach(row -> csv.writeRecord(headings.stream()
                    .map(heading -> row.path(heading).asString(""))
                    .toList()));
        }
        return text.toString();
    }

    private void take(Path file, Pack pack) throws IOException {
        String name = file.getFileName().toString();
        Feed feed = pack.feeds().stream()
                .filter(each -> each.takes(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no feed takes a file called " + name));
        Path inbox =
                Files.createDirectories(council.home.resolve(feed.directory())).resolve(name);
        if (!file.equals(inbox)) {
            Files.copy(file, inbox);
        }
        council.part(FileIntake.class).take(pack.authority(), feed, inbox);
        settle();
    }

    /** Lets time pass, stopping wherever the program has something to tell of a clock. */
    private void pass(Instant until) {
        for (Instant next = books.nextTelling(); next != null && next.isBefore(until); next = books.nextTelling()) {
            if (next.isAfter(clock.instant())) {
                clock.set(next);
            }
            settle();
        }
        clock.set(until);
        settle();
    }

    /** Lets the program decide and deliver until nothing is left to do now. */
    private void settle() {
        council.run("recheck");
        council.run("clocks");
        council.run("agendas");
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<String> due = books.due(clock.instant());
            if (due.isEmpty()) {
                return;
            }
            due.forEach(channel -> council.run("deliver-" + channel));
        }
        throw new AssertionError("deliveries never end: " + books.due(clock.instant()));
    }

    private List<String> look(JsonNode expected, Pack pack) throws Exception {
        List<String> wrong = new ArrayList<>();
        if (expected.has("requests")) {
            Map<String, Map<String, Object>> requests = books.requests();
            if (!requests.keySet().equals(Set.copyOf(expected.path("requests").propertyNames()))) {
                wrong.add("the requests are " + requests.keySet());
            }
            expected.path("requests")
                    .properties()
                    .forEach(one -> Compared.one(
                                    one.getValue(),
                                    JsonMapper.shared().valueToTree(requests.getOrDefault(one.getKey(), Map.of())))
                            .ifPresent(problem -> wrong.add(one.getKey() + ": " + problem)));
        }
        list(expected, "tasks", books.tasks()).ifPresent(wrong::add);
        list(expected, "clocks", books.clocks(pack.zone(), false)).ifPresent(wrong::add);
        list(expected, "allClocks", books.clocks(pack.zone(), true)).ifPresent(wrong::add);
        list(expected, "mails", mails.take()).ifPresent(wrong::add);
        List<Map<String, Object>> messages = new ArrayList<>();
        for (JsonNode message : hub.take(pack.authority().name())) {
            messages.add(JsonMapper.shared().convertValue(message, new tools.jackson.core.type.TypeReference<>() {}));
        }
        list(expected, "hub", messages).ifPresent(wrong::add);
        for (var folder : expected.path("files").properties()) {
            Compared.list(folder.getValue(), files.take(pack.authority().name(), folder.getKey()))
                    .ifPresent(problem -> wrong.add(folder.getKey() + ": " + problem));
        }
        return wrong;
    }

    private static Optional<String> list(JsonNode expected, String what, List<? extends Map<String, ?>> actual) {
        return expected.has(what)
                ? Compared.list(expected.path(what), actual).map(problem -> what + ": " + problem)
                : Optional.empty();
    }

    private static Instant instant(LocalDateTime time, Pack pack) {
        return time.atZone(pack.zone()).toInstant();
    }
}
