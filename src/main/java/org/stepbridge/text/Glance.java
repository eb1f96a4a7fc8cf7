package org.stepbridge.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import opennlp.tools.ml.maxent.io.QNModelReader;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.MaxentModel;
import org.stepbridge.evidence.Says;

/**
 * Tells at a glance whether a note is so plain that the rules may be taken at their word. It knows no rule and has learned
 * from the labelled notes which words stand in notes that are evidence and in those that are none; it is a hundred times as
 * quick as the second reader, who is asked about all that it is not sure of.
 */
final class Glance {
    private static final String AGREED = "agreed";
    private static final String NOT_AGREED = "not-agreed";
    private static final String FILE = "glance.bin.gz";

    /** How likely a note must be none where the rules found nothing in it. */
    private static final double SILENT = 0.97;
    /** How likely what is to the point must be what the rules read in it. */
    private static final double TO_THE_POINT = 0.96;
    /** How likely all else must be about other things, or else the whole note what the rules read. */
    private static final double BESIDE_THE_POINT = 0.5;

    private static final double WHOLE = 0.7;
    private static final double SILENT_PERHAPS = 0.9;
    private static final double POINT_PERHAPS = 0.5;

    private final MaxentModel model;

    Glance(MaxentModel model) {
        this.model = model;
    }

    /** The one that {@code bin/teach} wrote. */
    static Glance taught() {
        try (InputStream file = Objects.requireNonNull(Glance.class.getResourceAsStream(FILE), FILE);
                DataInputStream bytes = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)))) {
            return new Glance(new QNModelReader(new BinaryFileDataReader(bytes)).getModel());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether the note is plainly what the rules read: what is to the point in it is, and all else changes nothing. Where the
     * rules found nothing at all, the whole note has to read like one that is no evidence.
     */
    boolean confirms(ReadWords read) {
        if (read.reading().says() == Says.SILENT) {
            return chance(NOT_AGREED, Traits.of(read)) >= SILENT;
        }
        if (!confirmsThePoint(read)) {
            return false;
        }
        Traits other = Traits.besideThePoint(read);
        return other.isEmpty()
                || chance(NOT_AGREED, other) >= BESIDE_THE_POINT
                || chance(answer(read), Traits.of(read)) >= WHOLE;
    }

    /** Whether what is to the point in it is plainly what the rules read, whatever else the note says. */
    boolean confirmsThePoint(ReadWords read) {
        return point(read) >= TO_THE_POINT;
    }

    /** Whether the note, or what is to the point in it, looks like what the rules read, without being plain. */
    boolean leansTo(ReadWords read) {
        return read.reading().says() == Says.SILENT
                ? chance(NOT_AGREED, Traits.of(read)) >= SILENT_PERHAPS
                : point(read) >= POINT_PERHAPS;
    }

    private double point(ReadWords read) {
        Traits point = Traits.toThePoint(read);
        return point.isEmpty() ? 0 : chance(answer(read), point);
    }

    private static String answer(ReadWords read) {
        return read.reading().says() == Says.AGREED ? AGREED : NOT_AGREED;
    }

    private double chance(String answer, Traits traits) {
        return model.eval(traits.names(), traits.weights())[model.getIndex(answer)];
    }
}
