package org.stepbridge.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.maxent.io.QNModelReader;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.MaxentModel;
import org.stepbridge.evidence.Says;

/**
 * A reader who knows no rule and has learned from labelled notes how notes read that are evidence, that are none and that
 * only a person can settle. It decides nothing: where it is not of the rules' opinion, a person is asked.
 */
final class SecondReader {
    static final String AGREED = "agreed";
    static final String NOT_AGREED = "not-agreed";
    static final String ASK = "ask";
    private static final String FILE = "second-reader.bin.gz";

    /**
     * How likely it must find the answer of the rules for it to stand. It is there for what the rules plainly misread, not for
     * a second opinion on each: {@code bin/teach --without PART} prints what each choice costs and saves on notes that it has
     * not learned from.
     */
    private static final Map<String, Double> LIKELY = Map.of(AGREED, 0.2, NOT_AGREED, 0.1);

    private final MaxentModel model;

    SecondReader(MaxentModel model) {
        this.model = model;
    }

    /** The one that {@code bin/teach} wrote. */
    static SecondReader taught() {
        try (InputStream file = Objects.requireNonNull(SecondReader.class.getResourceAsStream(FILE), FILE);
                DataInputStream bytes = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)))) {
            return new SecondReader(new QNModelReader(new BinaryFileDataReader(bytes)).getModel());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether it finds this answer likely enough for the rules' reading to stand, by the whole note or by what is to the point
     * in it. Where the rules found nothing, there is no point to go by.
     */
    boolean confirms(ReadWords read, String answer) {
        return confirms(read, answer, Objects.requireNonNull(LIKELY.get(answer)));
    }

    /** @param likely how likely it must find the answer, from 0 to 1 */
    boolean confirms(ReadWords read, String answer, double likely) {
        return chance(answer, Traits.of(read)) >= likely
                || (read.reading().says() != Says.SILENT && chance(answer, Traits.toThePoint(read)) >= likely);
    }

    private double chance(String answer, Traits traits) {
        return model.eval(traits.names(), traits.weights())[model.getIndex(answer)];
    }
}
