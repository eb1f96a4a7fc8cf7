package org.stepbridge.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** One output file: written under a temporary name, forced to disk, then renamed. */
final class FloorFile implements AutoCloseable {
    private final Path file;
    private final Path temporary;
    private final FileOutputStream bytes;
    private final CsvWriter rows;

    FloorFile(Path file, List<String> header) throws IOException {
        this.file = file;
        temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.createDirectories(file.toAbsolutePath().getParent());
        bytes = new FileOutputStream(temporary.toFile());
        rows = CsvWriter.builder()
                .build(new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16));
        rows.writeRecord(header);
    }

    void write(List<String> row) {
        rows.writeRecord(row);
    }

    @Override
    public void close() throws IOException {
        rows.flush();
        bytes.getFD().sync();
        rows.close();
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
            folder.force(true);
        }
    }
}
