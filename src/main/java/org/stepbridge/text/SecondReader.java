package org.stepbridge.text;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * A reader who knows no rule and has learned from labelled notes how notes read that are evidence, that are none and that
 * only a person can settle: a small language model that had read much English before (ADR 8). One thread and plain floating
 * point, so that the same note reads alike on every machine.
 */
final class SecondReader {
    private static final String FILE = "second-reader.onnx";
    private static final int MOST_PIECES = 512;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces = new WordPieces();

    private SecondReader(OrtEnvironment environment, byte[] learned) throws OrtException {
        this.environment = environment;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            // with whole bytes it would be a little faster, and not alike on every machine
            options.addConfigEntry("session.disable_quant_qdq", "1");
            session = environment.createSession(learned, options);
        }
    }

    /** The one that {@code bin/teach} wrote. */
    static SecondReader taught() {
        try (InputStream file = Objects.requireNonNull(SecondReader.class.getResourceAsStream(FILE), FILE)) {
            return new SecondReader(OrtEnvironment.getEnvironment(), file.readAllBytes());
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "The library of the second reader of notes cannot be loaded from "
                            + System.getProperty("java.io.tmpdir")
                            + ". Start Java with -Djava.io.tmpdir= and a folder that programs may be mapped from.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException(FILE + " cannot be used on this machine", e);
        }
    }

    /**
     * What it thinks of a note. Of one that is too long to be read at once it reads what is to the point, and every stretch
     * of it: such a note is none only if no stretch of it is anything else.
     */
    Opinion of(ReadWords read) {
        Retelling retelling = new Retelling(read);
        long[] whole = pieces.of(retelling.whole());
        if (whole.length <= MOST_PIECES) {
            return of(whole);
        }
        long[] point = pieces.of(retelling.toThePoint());
        Opinion ofPoint = point.length <= MOST_PIECES ? of(point) : new Opinion(0, 0);
        double notAgreed = ofPoint.notAgreed();
        int step = MOST_PIECES / 2;
        for (int from = 1; from < whole.length - 1; from += step) {
            notAgreed = Math.min(notAgreed, of(stretch(whole, from)).notAgreed());
        }
        return new Opinion(ofPoint.agreed(), notAgreed);
    }

    /** What it thinks of some words by themselves. */
    Opinion of(String told) {
        long[] row = pieces.of(told);
        return of(row.length <= MOST_PIECES ? row : stretch(row, 1));
    }

    /** As many pieces as can be read at once, between the marks for the start and the end. */
    private static long[] stretch(long[] whole, int from) {
        int length = Math.min(MOST_PIECES - 2, whole.length - 1 - from);
        long[] stretch = new long[length + 2];
        stretch[0] = whole[0];
        System.arraycopy(whole, from, stretch, 1, length);
        stretch[length + 1] = whole[whole.length - 1];
        return stretch;
    }

    private Opinion of(long[] row) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, row);
                OrtSession.Result result = session.run(Map.of("pieces", tensor))) {
            float[] chances = ((float[][]) result.get(0).getValue())[0];
            return new Opinion(chances[0], chances[1]);
        } catch (OrtException e) {
            throw new IllegalStateException("a row of " + row.length + " pieces cannot be read", e);
        }
    }
}
