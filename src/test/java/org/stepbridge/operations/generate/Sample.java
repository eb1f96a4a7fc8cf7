package org.stepbridge.operations.generate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Exports made in memory, as text. */
record Sample(String transfers, String stepUps, String notes, String truth) {

    static Sample of(int requests, long seed) {
        return of(SyntheticPlan.of(requests, 2, seed, SyntheticPlan.USUAL_STAMP));
    }

    static Sample of(SyntheticPlan plan) {
        StringWriter transfers = new StringWriter();
        StringWriter stepUps = new StringWriter();
        StringWriter notes = new StringWriter();
        StringWriter truth = new StringWriter();
        try (SyntheticFiles files = SyntheticFiles.of(transfers, stepUps, notes, truth)) {
            SyntheticExports.write(plan, files);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Sample(transfers.toString(), stepUps.toString(), notes.toString(), truth.toString());
    }

    static List<NamedCsvRecord> rows(String csv) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
