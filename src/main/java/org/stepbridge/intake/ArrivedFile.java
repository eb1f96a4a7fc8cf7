package org.stepbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.stepbridge.casework.Sha256;

/**
 * A file in an inbox as it was when reading it began.
 *
 * @param path where it lies
 * @param looks its size and time
 * @param hash SHA-256 of its bytes, in hexadecimal
 */
record ArrivedFile(Path path, Looks looks, String hash) {

    /** What tells without reading it whether a file has changed. Network shares give no identity that lasts. */
    record Looks(long bytes, FileTime modified) {

        static Looks of(Path path) throws IOException {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Looks(attributes.size(), attributes.lastModifiedTime());
        }
    }

    static ArrivedFile of(Path path) throws IOException {
        Looks looks = Looks.of(path);
        return new ArrivedFile(path, looks, hash(path));
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Whether nobody has written to it, replaced it or taken it away since. */
    boolean unchanged() throws IOException {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && looks.equals(Looks.of(path));
    }

    /**
     * Moves it there, whole or not at all.
     *
     * @return false when another file had taken its place meanwhile; that one is put back, for it has not been read
     */
    boolean moveTo(Path place) throws IOException {
        Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
        if (looks.equals(Looks.of(place))) {
            return true;
        }
        Files.move(place, path);
        return false;
    }

    /** SHA-256 of what is in a file, in hexadecimal. */
    static String hash(Path path) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
