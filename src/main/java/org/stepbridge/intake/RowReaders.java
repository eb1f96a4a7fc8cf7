package org.stepbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepbridge.casework.Layout;
import org.stepbridge.casework.Mapping;

/** Knows which reader a file needs. */
final class RowReaders {
    private static final Logger LOG = LoggerFactory.getLogger(RowReaders.class);

    private RowReaders() {}

    /**
     * Opens this file for reading its rows.
     *
     * @throws UnreadableFile when it is nothing of the format it should have
     */
    static RowReader open(ArrivedFile file, Mapping mapping) throws IOException, UnreadableFile {
        return switch (mapping.layout().formatOf(file.name())) {
            case CSV -> csv(file, mapping);
            case XLSX -> XlsxRows.open(file.path(), mapping);
            case XML -> closing(file, in -> XmlRows.open(in, mapping));
            case JSON ->
                closing(
                        file,
                        in -> JsonRows.open(in, charset(file, mapping.layout().text()), mapping));
        };
    }

    private static RowReader csv(ArrivedFile file, Mapping mapping) throws IOException, UnreadableFile {
        Charset charset = charset(file, mapping.layout().text());
        Character stated = mapping.layout().text().delimiter();
        char delimiter = stated == null ? Detection.delimiter(file.path(), charset, mapping) : stated;
        if (stated == null) {
            LOG.info("{}: its delimiter was found to be {}", file.name(), delimiter == '\t' ? "a tab" : delimiter);
        }
        return closing(file, in -> CsvRows.of(in, charset, delimiter));
    }

    private static Charset charset(ArrivedFile file, Layout.Text text) throws IOException {
        Charset stated = text.charset();
        if (stated != null) {
            return stated;
        }
        Charset found = Detection.charset(file.path());
        LOG.info("{}: its charset was found to be {}", file.name(), found);
        return found;
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
