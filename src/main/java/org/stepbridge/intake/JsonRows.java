package org.stepbridge.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Mapping;
import org.stepbridge.casework.Mapping.Column;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The rows of a JSON file that is or holds an array, numbered from one. Behind a place that is no JSON nothing can be
 * read, so that place is a row which may have swallowed others.
 */
final class JsonRows implements RowReader {
    private static final String BROKEN =
            "From here on it is not JSON, nested too deeply or cut off, so nothing behind this can be read. Export it again.";

    private final JsonParser json;
    private final NamedCells cells;
    private final JsonRecord record;
    /** Of the row that is being read. */
    private long number;

    private boolean begun;
    private boolean ended;

    private JsonRows(JsonParser json, NamedCells cells) {
        this.json = json;
        this.cells = cells;
        this.record = new JsonRecord(json, cells);
    }

    /**
     * Reads these bytes, which it closes with itself: an array, a path to one, or an object on each line.
     *
     * @throws UnreadableFile when it is none of these
     */
    static RowReader open(InputStream bytes, Charset charset, Mapping mapping) throws IOException, UnreadableFile {
        var text = new BufferedReader(Decoding.open(bytes, charset), 1 << 16);
        String rows = mapping.layout().rows();
        var cells = new NamedCells(mapping.columns());
        int first = first(text);
        if (first < 0) {
            throw new UnreadableFile("", "Nothing is in the file, not even an empty list. Export it again.");
        }
        if (first == '{' && rows.isEmpty()) {
            return new JsonLines(text, cells);
        }
        if (first != '[' && first != '{') {
            throw new UnreadableFile("", "It is neither a list nor an object on each line. Export it again as JSON.");
        }
        return array(text, rows, cells);
    }

    private static RowReader array(Reader text, String rows, NamedCells cells) throws IOException, UnreadableFile {
        JsonParser json = JsonRecord.parser(text);
        try {
            JsonToken token = json.nextToken();
            for (String step : rows.isEmpty() ? new String[0] : rows.split("/")) {
                while (token == JsonToken.START_OBJECT || token == JsonToken.PROPERTY_NAME) {
                    token = json.nextToken();
                    if (token == JsonToken.PROPERTY_NAME
                            && Headings.key(json.currentName()).equals(Headings.key(step))) {
                        token = json.nextToken();
                        break;
                    }
                    if (token == JsonToken.PROPERTY_NAME) {
                        json.nextToken();
                        json.skipChildren();
                    }
                }
            }
            if (token != JsonToken.START_ARRAY) {
                throw new UnreadableFile("", "There is no list where the feed says its rows are.");
            }
        } catch (JacksonException e) {
            JsonRecord.unlessDiskFailed(e);
            throw new UnreadableFile("", "It is not JSON that can be read. Export it again.");
        }
        return new JsonRows(json, cells);
    }

    /** The first character that says something, which stays to be read; -1 if there is none. */
    private static int first(Reader text) throws IOException {
        text.mark(1);
        int c = text.read();
        while (c >= 0 && Cells.isSpace((char) c)) {
            text.mark(1);
            c = text.read();
        }
        text.reset();
        return c;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        if (!begun) {
            begun = true;
            return cells.heading();
        }
        try {
            while (!ended) {
                number++;
                JsonToken token = json.nextToken();
                if (token == JsonToken.END_ARRAY) {
                    ended = true;
                    return rest();
                }
                if (token != JsonToken.START_OBJECT) {
                    json.skipChildren();
                    return cells.broken(number, "It is no object with names and values.", false, false);
                }
                record.read();
                if (!cells.blank()) {
                    return cells.row(number);
                }
            }
            return null;
        } catch (JacksonException e) {
            JsonRecord.unlessDiskFailed(e);
            ended = true;
            return cells.broken(number, BROKEN, true, false);
        }
    }

    /** Reads what stands behind the list: nothing may stand behind one that is the whole file. */
    private @Nullable RawRow rest() {
        boolean whole = json.streamReadContext().inRoot();
        boolean more = false;
        for (JsonToken token = json.nextToken(); token != null && !(whole && more); token = json.nextToken()) {
            more = true;
        }
        return whole && more ? cells.broken(number, "More stands behind the end of the list.", true, false) : null;
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
    public void close() {
        json.close();
    }
}
