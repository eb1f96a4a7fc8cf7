package org.stepbridge.operations.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;
import org.stepbridge.casework.Sha256;
import org.stepbridge.operations.settings.StartRefused;

/**
 * The server programs that travel inside the jar, unpacked under the home folder: a temporary folder may be cleaned
 * while the server runs from it.
 */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * Unpacks what the jar holds, once for each content, and gives the folder with {@code bin}, {@code lib} and
     * {@code share}. A folder is either complete or not there.
     */
    static Path unpackInto(Path folder) {
        try {
            byte[] archive = archive();
            Path complete = folder.resolve(digest(archive));
            if (!Files.isDirectory(complete)) {
                Files.createDirectories(folder);
                Path half = folder.resolve("unpacking");
                FileSystemUtils.deleteRecursively(half);
                unpack(archive, half);
                Files.move(half, complete, StandardCopyOption.ATOMIC_MOVE);
            }
            return complete;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + folder, e);
        }
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String family = system.startsWith("windows") ? "Windows" : system.startsWith("mac") ? "Darwin" : "Linux";
        String arch = machine.equals("aarch64") ? "arm_64" : "x86_64";
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(family, arch)) {
            return in.readAllBytes();
        } catch (IllegalStateException e) {
            throw new StartRefused(
                    "the jar holds no PostgreSQL for " + family + " on " + machine + "; set spring.datasource.url", e);
        }
    }

    private static String digest(byte[] archive) {
        return Sha256.hex(archive).substring(0, 16);
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive leaves its folder with " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
                throw new IOException("Cannot make " + path + " executable");
            }
        }
    }
}
