package org.stepbridge.intake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The same rows in each format that exports come in. */
public enum Formats {
    CSV("csv") {
        @Override
        public byte[] write(List<String> headings, List<List<String>> rows) {
            var text = new StringBuilder();
            for (List<String> row : withHeadings(headings, rows)) {
                text.append(row.stream().map(Rows::quoted).collect(Collectors.joining(",")))
                        .append("\r\n");
            }
            return utf8(text.toString());
        }
    },
    XLSX("xlsx") {
        @Override
        public byte[] write(List<String> headings, List<List<String>> rows) {
            var workbook = new Workbook();
            workbook.texts(headings);
            rows.forEach(workbook::natural);
            return workbook.bytes();
        }
    },
    XML("xml") {
        @Override
        public byte[] write(List<String> headings, List<List<String>> rows) {
            var text = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<Export>\n");
            for (List<String> row : rows) {
                text.append("  <Row>");
                for (int i = 0; i < row.size(); i++) {
                    text.append("<" + headings.get(i) + ">" + escaped(row.get(i)) + "</" + headings.get(i) + ">");
                }
                text.append("</Row>\n");
            }
            return utf8(text.append("</Export>\n").toString());
        }
    },
    JSON("json") {
        @Override
        public byte[] write(List<String> headings, List<List<String>> rows) {
            return MAPPER.writeValueAsBytes(
                    rows.stream().map(row -> object(headings, row)).toList());
        }
    },
    JSON_LINES("jsonl") {
        @Override
        public byte[] write(List<String> headings, List<List<String>> rows) {
            return utf8(rows.stream()
                    .map(row -> MAPPER.writeValueAsString(object(headings, row)) + "\n")
                    .collect(Collectors.joining()));
        }
    };

    private static final JsonMapper MAPPER = new JsonMapper();

    /** What files of it are called by. */
    public final String extension;

    Formats(String extension) {
        this.extension = extension;
    }

    /** A file with these rows under these headings. */
    public abstract byte[] write(List<String> headings, List<List<String>> rows);

    private static Iterable<List<String>> withHeadings(List<String> headings, List<List<String>> rows) {
        return Stream.concat(Stream.of(headings), rows.stream()).toList();
    }

    private static Map<String, String> object(List<String> headings, List<String> row) {
        Map<String, String> object = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            object.put(headings.get(i), row.get(i));
        }
        return object;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
