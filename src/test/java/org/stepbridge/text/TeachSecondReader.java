package org.stepbridge.text;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassRealValueDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.springframework.util.FileSystemUtils;
import org.stepbridge.evidence.Labelled;
import org.stepbridge.evidence.Question;
import org.stepbridge.evidence.Says;
import org.stepbridge.model.Child;
import org.stepbridge.model.Note;
import org.stepbridge.operations.generate.GenerateCommand;

/**
 * Teaches the second reader: {@code bin/teach} has it learn from all labelled notes that were seen and writes what it
 * learned; {@code bin/teach --without PART} leaves one part out and prints how both readers do on it. The same notes always
 * teach the same.
 */
final class TeachSecondReader {
    private static final Path FILE = Path.of("src/main/resources/org/stepbridge/text/second-reader.bin.gz");
    private static final double CAUTION = 0.005;
    private static final int ROUNDS = 100;
    private static final int REQUESTS_OF_CONTACTS = 400;
    private static final int REQUESTS_OF_PLAIN_NOTES = 4000;
    private static final LuceneNoteReader RULES = new LuceneNoteReader();

    private TeachSecondReader() {}

    public static void main(String[] args) throws IOException {
        List<String> without =
                args.length == 2 && args[0].equals("--without") ? List.of(args[1].split(",", -1)) : List.of();
        List<Labelled> notes = new ArrayList<>();
        Labelled.SEEN.stream()
                .filter(part -> !without.contains(part))
                .forEach(part -> notes.addAll(Labelled.part(part)));
        notes.addAll(amongOtherThings(notes, unrelated()));
        AbstractModel learned = learn(notes);
        if (without.isEmpty()) {
            Files.createDirectories(FILE.getParent());
            try (OutputStream file = Files.newOutputStream(FILE);
                    DataOutputStream bytes = new DataOutputStream(new GZIPOutputStream(file))) {
                new BinaryQNModelWriter(learned, bytes).persist();
            }
            System.out.println(notes.size() + " notes learned, " + Files.size(FILE) / 1024 + " KiB written to " + FILE);
        } else {
            for (String part : without) {
                System.out.println(part);
                measure(new SecondReader(learned), Labelled.part(part));
            }
        }
    }

    /** The same notes twice more, with other things before or behind: what else stands in a note says nothing. */
    private static List<Labelled> amongOtherThings(List<Labelled> notes, List<Labelled> unrelated) throws IOException {
        Map<Child, List<Labelled>> byChild = unrelated.stream()
                .collect(Collectors.groupingBy(labelled -> labelled.question().child()));
        List<String> generated = contacts();
        List<Labelled> all = new ArrayList<>(unrelated);
        for (int i = 0; i < notes.size(); i++) {
            Labelled note = notes.get(i);
            List<Labelled> written =
                    Objects.requireNonNull(byChild.get(note.question().child()));
            for (int k = 0; k < 2; k++) {
                String one = generated.get((i * 7 + k * 13) % generated.size());
                String other =
                        written.get((i * 3 + k * 5) % written.size()).note().text();
                all.add(note.reading(
                        k == 0
                                ? among(i, one, note.note().text(), other)
                                : among(i + 1, other, note.note().text(), one)));
            }
        }
        return all;
    }

    private static String among(int way, String one, String text, String other) {
        return switch (way % 4) {
            case 0 -> one + " " + text + "\n" + other;
            case 1 -> one + " " + text;
            case 2 -> text + " " + one;
            default -> one + "\n" + other + "\n" + text;
        };
    }

    private static List<Labelled> unrelated() {
        return Labelled.UNRELATED.stream()
                .flatMap(part -> Labelled.part(part).stream())
                .toList();
    }

    /** What the program generates for notes that are of contacts with the family. */
    private static List<String> contacts() throws IOException {
        Path folder = generate(99, REQUESTS_OF_CONTACTS);
        List<String> texts = new ArrayList<>();
        new GeneratedExports(folder)
                .notes()
                .values()
                .forEach(notes -> notes.stream()
                        .filter(note -> note.subject().equals("Contact"))
                        .forEach(note -> texts.add(note.text())));
        FileSystemUtils.deleteRecursively(folder);
        return texts;
    }

    private static Path generate(int seed, int requests) throws IOException {
        Path folder = Files.createTempDirectory("teach");
        GenerateCommand.run(
                List.of("--requests", "" + requests, "--seed", "" + seed, "--out", folder.toString()), System.out);
        return folder;
    }

    private static AbstractModel learn(List<Labelled> notes) throws IOException {
        List<Event> events = new ArrayList<>();
        for (Labelled labelled : notes) {
            add(events, labelled.note(), labelled.question(), labelled.answer());
        }
        generated(events);
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 8);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ROUNDS);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, CAUTION);
        parameters.put("PrintMessages", false);
        Map<String, String> report = new HashMap<>();
        OnePassRealValueDataIndexer indexer = new OnePassRealValueDataIndexer();
        indexer.init(parameters, report);
        indexer.index(ObjectStreamUtils.createObjectStream(events));
        QNTrainer trainer = new QNTrainer();
        trainer.init(parameters, report);
        return (AbstractModel) trainer.train(indexer);
    }

    /**
     * Plain notes at length, as the program generates them: the rules have no doubt of these, and neither should it. No more
     * agreements than refusals, which are rare among them, or it would lean towards agreement; and each agreement also as what
     * it is to a request of the other kind.
     */
    private static void generated(List<Event> events) throws IOException {
        int more = 0;
        Path folder = generate(77, REQUESTS_OF_PLAIN_NOTES);
        GeneratedExports exports = new GeneratedExports(folder);
        Map<String, List<Note>> notes = exports.notes();
        for (NamedCsvRecord transfer : exports.transfers()) {
            Question question = GeneratedExports.question(transfer);
            for (Note note : notes.getOrDefault(transfer.getField("EHMPersonID"), List.of())) {
                Says says = RULES.read(note, question).says();
                Labelled.Answer answer = Labelled.Answer.of(says);
                if (answer == Labelled.Answer.NOT_AGREED && says != Says.SILENT) {
                    add(events, note, question, answer);
                    more++;
                } else if (answer == Labelled.Answer.AGREED && more > 0) {
                    add(events, note, question, answer);
                    add(events, note, ofTheOtherKind(question), Labelled.Answer.NOT_AGREED);
                    more--;
                }
            }
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    private static Question ofTheOtherKind(Question question) {
        String other = question.kind().equals("co-working") ? "step-down" : "co-working";
        return new Question(other, question.counterpart(), question.child(), question.phrases());
    }

    /** Once with all that is said, once with what is to the point. */
    private static void add(List<Event> events, Note note, Question question, Labelled.Answer answer) {
        ReadWords read = RULES.readWords(note, question);
        Traits all = Traits.of(read);
        Traits some = Traits.toThePoint(read);
        events.add(new Event(name(answer), all.names(), all.weights()));
        if (some.names().length > 0) {
            events.add(new Event(name(answer), some.names(), some.weights()));
        }
    }

    private static String name(Labelled.Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Prints how often both together are wrong, for several degrees of certainty that the second may be asked for. */
    private static void measure(SecondReader second, List<Labelled> notes) {
        for (double likely : new double[] {0.05, 0.1, 0.15, 0.2, 0.3, 0.5}) {
            int[] accepts = new int[2];
            int[] refusals = new int[2];
            int[] silent = new int[2];
            for (Labelled labelled : notes) {
                ReadWords seen = RULES.readWords(labelled.note(), labelled.question());
                Says says = seen.reading().says();
                String read = name(Labelled.Answer.of(says));
                if (read.equals(SecondReader.ASK)) {
                    continue;
                }
                int[] count = says == Says.AGREED ? accepts : says == Says.SILENT ? silent : refusals;
                boolean right = read.equals(name(labelled.answer()));
                boolean stands = second.confirms(seen, read, likely);
                count[0] += !right && stands ? 1 : 0;
                count[1] += right && !stands ? 1 : 0;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%.2f: of %d notes %d wrongly accepted (%d rightly no longer), %d wrongly returned as refused (%d),"
                            + " %d as silent (%d)%n",
                    likely,
                    notes.size(),
                    accepts[0],
                    accepts[1],
                    refusals[0],
                    refusals[1],
                    silent[0],
                    silent[1]);
        }
    }
}
