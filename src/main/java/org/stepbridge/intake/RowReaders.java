package org.stepbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import org.stepbridge.casework.Layout;
import org.stepbridge.casework.Mapping;

/** Knows which reader a file needs. */
final class RowReaders {
    private RowReaders() {}

    /**
     * Opens this file for reading its rows; what has to be found out for that is noted.
     *
     * @throws UnreadableFile when it is nothing of the format it should have
     */
    static RowReader open(ArrivedFile file, Mapping mapping, Found found) throws IOException, UnreadableFile {
        return switch (mapping.layout().formatOf(file.name())) {
            case CSV -> csv(file, mapping, found);
            case XLSX -> XlsxRows.open(file.path(), mapping);
            case XML -> closing(file, in -> XmlRows.open(in, mapping));
            case JSON ->
                closing(
                        file,
                        in -> JsonRows.open(in, charset(file, mapping.layout().text(), found), mapping));
        };
    }

    private static RowReader csv(ArrivedFile file, Mapping mapping, Found found) throws IOException, UnreadableFile {
        Charset charset = charset(file, mapping.layout().text(), found);
        Character stated = mapping.layout().text().delimiter();
        char delimiter = stated == null ? Detection.delimiter(file.path(), charset, mapping) : stated;
        if (stated == null) {
            found.delimiter(delimiter);
        }
        return closing(file, in -> CsvRows.of(in, charset, delimiter));
    }

    private static Charset charset(ArrivedFile file, Layout.Text text, Found found) throws IOException {
        Charset stated = text.charset();
        if (stated != null) {
            return stated;
        }
        Charset detected = Detection.charset(file.path());
        found.charset(detected);
        return detected;
    }

    private interface Opening {
        RowReader open(InputStream in) throws IOException, UnreadableFile;
    }

    /** Opens the file and closes it again when it turns out to be nothing that can be read. */
    private static RowReader closing(ArrivedFile file, Opening opening) throws IOException, UnreadableFile {
        InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS);
        boolean opened = false;
        try {
            RowReader reader = opening.open(in);
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                in.close();
            }
        }
    }
}
