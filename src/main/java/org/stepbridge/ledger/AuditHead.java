package org.stepbridge.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Home;

/**
 * The last block that this machine sealed, kept in a file outside the database: whoever takes the end of the chain away,
 * or makes it anew, has to change that as well.
 */
@Component
class AuditHead {
    private static final String NAME = "audit-head";

    private final Path file;

    AuditHead(Home home) {
        file = home.path().resolve(NAME);
    }

    void write(AuditBlock block) {
        Path half = file.resolveSibling(NAME + ".part");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(half, block.block() + " " + HexFormat.of().formatHex(block.hash()) + "\n");
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the last sealed block of the audit could not be noted in " + file, e);
        }
    }

    /** The number of the block that was noted; empty when none was. */
    Optional<Long> block() {
        return words().map(words -> Long.valueOf(words[0]));
    }

    /** Whether this is the block that was noted. */
    boolean is(AuditBlock block) {
        return words().stream().anyMatch(words -> Arrays.equals(HexFormat.of().parseHex(words[1]), block.hash()));
    }

    private Optional<String[]> words() {
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip().split(" ", 2))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the note of the last sealed block of the audit could not be read: " + file, e);
        }
    }
}
