package org.stepbridge.intake;

import java.io.IOException;
import java.io.Reader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Reads objects of a JSON file into cells; what is nested is named by its path, such as {@code child/nhsNumber}. */
final class JsonRecord {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(16 << 20)
                    .maxNumberLength(1000)
                    .maxNameLength(1000)
                    .build())
            .build();

    private final JsonParser json;
    private final NamedCells cells;

    JsonRecord(JsonParser json, NamedCells cells) {
        this.json = json;
        this.cells = cells;
    }

    static JsonParser parser(Reader text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    /** Throws the cause when this was no fault of the file but of the disk. */
    static void unlessDiskFailed(JacksonException e) throws IOException {
        if (e instanceof JacksonIOException && e.getCause() instanceof IOException disk) {
            throw disk;
        }
    }

    /** Reads the object whose beginning is the current token, to its end. */
    void read() {
        object("");
    }

    private void object(String prefix) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String path = prefix + json.currentName();
            value(path, json.nextToken());
        }
    }

    private void value(String path, JsonToken token) {
        switch (token) {
            case START_OBJECT -> object(path + "/");
            case START_ARRAY -> list(path);
            case VALUE_NULL -> cells.put(path, "");
            default -> cells.put(path, json.getString());
        }
    }

    /** A list of plain values is one cell with bars between them, as a list in CSV. */
    private void list(String path) {
        var joined = new StringBuilder();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                value(path, token);
            } else if (token != JsonToken.VALUE_NULL) {
                joined.append(joined.isEmpty() ? "" : "|").append(json.getString());
            }
        }
        if (!joined.isEmpty()) {
            cells.put(path, joined.toString());
        }
    }
}
