package org.stepbridge.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Mapping.Column;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The rows of a file with a JSON object on each line, numbered by lines. A broken line costs itself only. */
final class JsonLines implements RowReader {
    private static final int LONGEST = 2 << 20;

    private final Reader text;
    private final NamedCells cells;
    private final StringBuilder line = new StringBuilder();
    private long number;
    private boolean begun;
    private boolean lineEnded;

    JsonLines(Reader text, NamedCells cells) {
        this.text = text;
        this.cells = cells;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        if (!begun) {
            begun = true;
            return cells.heading();
        }
        while (readLine()) {
            number++;
            RawRow row = line.toString().isBlank() ? null : row();
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    private @Nullable RawRow row() throws IOException {
        if (line.length() > LONGEST) {
            return cells.broken(number, "The line is longer than " + LONGEST + " characters.", false, !lineEnded);
        }
        try (JsonParser json = JsonRecord.parser(new StringReader(line.toString()))) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                new JsonRecord(json, cells).read();
                if (json.nextToken() == null) {
                    return cells.blank() ? null : cells.row(number);
                }
            }
        } catch (JacksonException e) {
            JsonRecord.unlessDiskFailed(e);
        }
        return cells.broken(number, "The line is not one JSON object. Export it again.", false, !lineEnded);
    }

    /** Reads the next line, of one that is too long only the beginning; false at the end. */
    private boolean readLine() throws IOException {
        line.setLength(0);
        lineEnded = false;
        int c = text.read();
        if (c < 0) {
            return false;
        }
        while (c >= 0 && c != '\n') {
            if (line.length() <= LONGEST) {
                line.append((char) c);
            }
            c = text.read();
        }
        lineEnded = c >= 0;
        return true;
    }

    @Override
    public List<String> unknown() {
        return cells.unknown();
    }

    @Override
    public List<Column> absent() {
        return cells.absent();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
