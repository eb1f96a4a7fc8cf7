package org.stepbridge.operations.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what was caught from the files themselves, so that nothing is remembered and a restart changes nothing. */
public final class CaughtMailFolder {
    private static final Pattern ID = Pattern.compile("\\d{8}/[0-9-]+");

    private CaughtMailFolder() {}

    /** The newest first, at most so many. */
    public static List<CaughtMail> newest(Path home, int atMost) {
        Path root = home.resolve(MailFolder.NAME);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        return newestFirst(root)
                .filter(Files::isDirectory)
                .flatMap(CaughtMailFolder::newestFirst)
                .filter(file -> file.toString().endsWith(MailFolder.ENDING))
                .limit(atMost)
                .map(file -> new CaughtMail(id(root, file), file))
                .toList();
    }

    /** One message by its id; empty when there is none, or when the id is no id. */
    public static Optional<CaughtMail> find(Path home, String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Path file = home.resolve(MailFolder.NAME).resolve(id + MailFolder.ENDING);
        return Files.isRegularFile(file) ? Optional.of(new CaughtMail(id, file)) : Optional.empty();
    }

    private static Stream<Path> newestFirst(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.comparing(Path::getFileName).reversed()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    private static String id(Path root, Path file) {
        String path = root.relativize(file).toString().replace('\\', '/');
        return path.substring(0, path.length() - MailFolder.ENDING.length());
    }
}
