package org.stepbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * A file in an inbox as it was when reading it began.
 *
 * @param path where it lies
 * @param looks its size, time and identity on the disk
 * @param hash SHA-256 of its bytes, in hexadecimal
 */
record ArrivedFile(Path path, Looks looks, String hash) {

    /** What tells without reading it whether a file has changed. */
    record Looks(long bytes, long modified, String key) {

        static Looks of(Path path) throws IOException {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Looks(
                    attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    String.valueOf(attributes.fileKey()));
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

    private static String hash(Path path) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
