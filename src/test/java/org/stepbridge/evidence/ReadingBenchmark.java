package org.stepbridge.evidence;

import java.util.ArrayList;
import java.util.List;
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
import org.stepbridge.text.TwoReaders;

/** How long one thread takes to read one note, over all labelled notes in turn: {@code bin/bench reading}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadingBenchmark {
    private final NoteReader reader = new TwoReaders();
    private final List<Labelled> notes = new ArrayList<>();
    private int at;

    /** Takes in every part. */
    public ReadingBenchmark() {
        Evaluate.PARTS.forEach(part -> notes.addAll(Labelled.part(part)));
    }

    /** Reads the next note. */
    @Benchmark
    public Reading note() {
        Labelled next = notes.get(at);
        at = (at + 1) % notes.size();
        return reader.read(next.note(), next.question());
    }
}
