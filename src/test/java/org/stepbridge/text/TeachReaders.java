package org.stepbridge.text;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/**
 * Teaches how notes read, for {@code bin/teach}: has the glance learn from all labelled notes that were seen and writes what
 * it learned, and writes the lessons of the second reader, whom {@code src/test/python/teach_second_reader.py} teaches. The
 * same notes always make the same.
 */
final class TeachReaders {
    private static final double CAUTION = 0.005;
    private static final int ROUNDS = 100;
    private static final int REQUESTS_OF_CONTACTS = 400;
    private static final int REQUESTS_OF_PLAIN_NOTES = 4000;
    /** Of the notes among other things, one in so many is a lesson of the second reader: it is quick to see what is beside. */
    private static final int AMONG_OTHERS = 8;
    /** Of the generated notes, which are all much alike. */
    private static final int GENERATED = 12;
    /** Of the generated notes that are about other things. */
    private static final int SILENT = 3;

    private static final LuceneNoteReader RULES = new LuceneNoteReader();

    private final List<Event> events = new ArrayList<>();
    private final WordPieces pieces = new WordPieces();
    private final Writer lessons;

    private TeachReaders(Writer lessons) {
        this.lessons = lessons;
    }

    /**
     * Teaches once.
     *
     * @param args the folder to write the glance into, the file for the lessons, and the parts to leave out
     */
    public static void main(String[] args) throws IOException {
        List<String> without = List.of(args).subList(2, args.length);
        Path glance = Files.createDirectories(Path.of(args[0])).resolve("glance.bin.gz");
        try (Writer lessons = Files.newBufferedWriter(Path.of(args[1]))) {
            new TeachReaders(lessons).teach(without, glance);
        }
    }

    private void teach(List<String> without, Path file) throws IOException {
        List<Labelled> notes = Labelled.SEEN.stream()
                .filter(part -> !without.contains(part))
                .flatMap(part -> Labelled.part(part).stream())
                .toList();
        List<Labelled> unrelated = unrelated();
        take(notes, 1);
        take(unrelated, 1);
        take(amongOtherThings(notes, unrelated), AMONG_OTHERS);
        take(generated(), GENERATED);
        try (OutputStream out = Files.newOutputStream(file);
                DataOutputStream bytes = new DataOutputStream(new GZIPOutputStream(out))) {
            new BinaryQNModelWriter(learn(), bytes).persist();
        }
        System.out.println(notes.size() + " notes learned from, written to " + file);
    }

    /** Has the glance learn from all of these notes and the second reader from one in so many. */
    private void take(List<Labelled> notes, int oneIn) throws IOException {
        for (int i = 0; i < notes.size(); i++) {
            glanced(notes.get(i));
            if (i % oneIn == 0) {
                lesson(notes.get(i));
            }
        }
    }

    /** The same notes twice more, with other things before or behind: what else stands in a note says nothing. */
    private static List<Labelled> amongOtherThings(List<Labelled> notes, List<Labelled> unrelated) throws IOException {
        Map<Child, List<Labelled>> byChild = unrelated.stream()
                .collect(Collectors.groupingBy(labelled -> labelled.question().child()));
        List<String> generated = contacts();
        List<Labelled> all = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            Labelled note = notes.get(i);
            List<Labelled> written = byChild.getOrDefault(note.question().child(), List.of());
            for (int k = 0; k < 2; k++) {
                String one = generated.get((i * 7 + k * 13) % generated.size());
                String other = written.isEmpty()
                        ? generated.get((i * 11 + k * 17) % generated.size())
                        : written.get((i * 3 + k * 5) % written.size()).note().text();
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
        GeneratedExports exports = GeneratedExports.of(99, REQUESTS_OF_CONTACTS);
        List<String> texts = new ArrayList<>();
        exports.notes()
                .values()
                .forEach(notes -> notes.stream()
                        .filter(note -> note.subject().equals("Contact"))
                        .forEach(note -> texts.add(note.text())));
        FileSystemUtils.deleteRecursively(exports.folder());
        return texts;
    }

    private AbstractModel learn() throws IOException {
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
     * Plain notes at length, as the program generates them: the rules have no doubt of these, and neither should anybody. No
     * more agreements than refusals, which are rare among them, or all would lean towards agreement; each agreement also as
     * what it is to a request of the other kind; and some that are about other things.
     */
    private static List<Labelled> generated() throws IOException {
        List<Labelled> generated = new ArrayList<>();
        int more = 0;
        int silent = 0;
        GeneratedExports exports = GeneratedExports.of(77, REQUESTS_OF_PLAIN_NOTES);
        Map<String, List<Note>> notes = exports.notes();
        for (NamedCsvRecord transfer : exports.transfers()) {
            Question question = GeneratedExports.question(transfer);
            for (Note note : notes.getOrDefault(transfer.getField("EHMPersonID"), List.of())) {
                Says says = RULES.read(note, question).says();
                Labelled.Answer answer = Labelled.Answer.of(says);
                if (says == Says.SILENT) {
                    if (++silent % SILENT == 0) {
                        generated.add(new Labelled("generated", note, question, answer, "about other things"));
                    }
                } else if (answer == Labelled.Answer.NOT_AGREED) {
                    generated.add(new Labelled("generated", note, question, answer, "plain refusal"));
                    more++;
                } else if (answer == Labelled.Answer.AGREED && more > 0) {
                    generated.add(new Labelled("generated", note, question, answer, "plain agreement"));
                    generated.add(new Labelled(
                            "generated", note, ofTheOtherKind(question), Labelled.Answer.NOT_AGREED, "other kind"));
                    more--;
                }
            }
        }
        FileSystemUtils.deleteRecursively(exports.folder());
        return generated;
    }

    private static Question ofTheOtherKind(Question question) {
        String other = question.kind().equals("co-working") ? "step-down" : "co-working";
        return new Question(other, question.counterpart(), question.child(), question.phrases());
    }

    /** Once with all that is said, once with what is to the point. */
    private void glanced(Labelled labelled) {
        ReadWords read = RULES.readWords(labelled.note(), labelled.question());
        String answer = name(labelled.answer());
        Traits all = Traits.of(read);
        Traits some = Traits.toThePoint(read);
        events.add(new Event(answer, all.names(), all.weights()));
        if (!some.isEmpty()) {
            events.add(new Event(answer, some.names(), some.weights()));
        }
    }

    private void lesson(Labelled labelled) throws IOException {
        ReadWords read = RULES.readWords(labelled.note(), labelled.question());
        lessons.write(name(labelled.answer()) + "\t"
                + Arrays.stream(pieces.of(new Retelling(read).whole()))
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(" "))
                + "\n");
    }

    private static String name(Labelled.Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
