package org.stepbridge.dispatch;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import org.stepbridge.casework.Parcel;
import org.stepbridge.casework.SafeCell;

/** Writes the files of the outer contract, §2: UTF-8, comma, CRLF. */
final class Csv {
    private static final int LINE = 300;

    private Csv() {}

    /** A file with a line for each of the parcel's items. */
    static String compose(Parcel parcel, ZoneId zone) {
        FileLayout layout = FileLayout.of(parcel.channel());
        StringWriter text = new StringWriter(LINE * (parcel.items().size() + 1));
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(layout.header());
            for (Parcel.Item item : parcel.items()) {
                List<String> cells = layout.cells(item, zone);
                csv.writeRecord(cells.stream().map(SafeCell::of).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
