package org.stepbridge.text;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.util.FileSystemUtils;
import org.stepbridge.evidence.Labelled;
import org.stepbridge.evidence.NoteReader;
import org.stepbridge.evidence.Question;
import org.stepbridge.evidence.Reading;
import org.stepbridge.model.Note;

/**
 * How long one thread takes to read one note, {@code bin/bench reading}: a note of a generated export, most of which are plain
 * at a glance, and a labelled note that nothing was learned from, most of which the second reader has to read.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class ReadingBenchmark {
    private static final int REQUESTS = 2000;

    private record Asked(Note note, Question question) {}

    private final NoteReader reader = new TwoReaders();
    private final List<Asked> exported = new ArrayList<>();
    private final List<Asked> labelled = new ArrayList<>();
    private int at;

    /** Generates an export, and takes in the labelled notes that nothing was learned from. */
    public ReadingBenchmark() {
        try {
            export();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Labelled.HELD_OUT.forEach(part ->
                Labelled.part(part).forEach(note -> labelled.add(new Asked(note.note(), note.question()))));
    }

    private void export() throws IOException {
        GeneratedExports exports = GeneratedExports.of(5, REQUESTS);
        Map<String, List<Note>> notes = exports.notes();
        for (NamedCsvRecord transfer : exports.transfers()) {
            Question question = GeneratedExports.question(transfer);
            notes.getOrDefault(transfer.getField("EHMPersonID"), List.of())
                    .forEach(note -> exported.add(new Asked(note, question)));
        }
        FileSystemUtils.deleteRecursively(exports.folder());
    }

    /** Reads the next note of the export. */
    @Benchmark
    public Reading exportedNote() {
        return next(exported);
    }

    /** Reads the next labelled note. */
    @Benchmark
    public Reading labelledNote() {
        return next(labelled);
    }

    private Reading next(List<Asked> notes) {
        at = (at + 1) % notes.size();
        return reader.read(notes.get(at).note(), notes.get(at).question());
    }
}
