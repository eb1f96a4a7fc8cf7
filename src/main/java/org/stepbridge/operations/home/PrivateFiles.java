package org.stepbridge.operations.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders and files that hold people's data or a secret, closed to every other account of the machine. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Makes the folder and its parents if they are not there; only the folder itself is closed. */
    public static Path folder(Path folder) {
        try {
            Files.createDirectories(folder);
            close(folder, "rwx------");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + folder, e);
        }
    }

    /** Writes a new file, closed before the first byte is in it. */
    public static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        close(file, "rw-------");
        Files.writeString(file, text);
    }

    private static void close(Path path, String permissions) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
