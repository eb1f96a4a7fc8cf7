package org.stepbridge.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader.Result;

/** A copy of a real pack that a test may spoil. */
public final class PackCopy {
    private static final String CARET = "^^";
    private static final PackReader READER = new PackReader();

    private final Path folder;
    private String expectedPlace = "";

    private PackCopy(Path folder) {
        this.folder = folder;
    }

    public static PackCopy of(String authority, Path under) {
        return of(authority, under, authority);
    }

    public static PackCopy of(String authority, Path under, String name) {
        Path source = Path.of("mappings", authority);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target =
                        under.resolve(name).resolve(source.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PackCopy(under.resolve(name));
    }

    public Path folder() {
        return folder;
    }

    /** Puts {@code to} where {@code from} first stands; a {@code ^^} in it marks the place where a problem is expected. */
    public PackCopy edit(String file, String from, String to) {
        Path path = folder.resolve(file);
        String text = read(path);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " has no text " + from);
        }
        int at = text.indexOf(from);
        String edited = text.substring(0, at) + to + text.substring(at + from.length());
        int caret = edited.indexOf(CARET);
        if (caret >= 0) {
            edited = edited.replace(CARET, "");
            String before = edited.substring(0, caret);
            long line = 1 + before.chars().filter(c -> c == '\n').count();
            expectedPlace = folder.getFileName() + "/" + file + ":" + line + ":" + (caret - before.lastIndexOf('\n'));
        }
        write(path, edited);
        return this;
    }

    public PackCopy replaceAll(String file, String from, String to) {
        Path path = folder.resolve(file);
        write(path, read(path).replace(from, to));
        return this;
    }

    public PackCopy replaceMatches(String file, String regex, String to) {
        Path path = folder.resolve(file);
        write(path, read(path).replaceAll(regex, Matcher.quoteReplacement(to)));
        return this;
    }

    public PackCopy delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public PackCopy add(String file, String text) {
        write(folder.resolve(file), text);
        return this;
    }

    /** The place that {@code ^^} marked, as {@code folder/file:line:column}. */
    String expectedPlace() {
        return expectedPlace;
    }

    Pack load() {
        Result result = READER.load(folder);
        if (result instanceof Result.Loaded loaded) {
            return loaded.pack();
        }
        throw new AssertionError(result);
    }

    List<String> problems() {
        return READER.load(folder) instanceof Result.Refused refused ? refused.problems() : List.of();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
