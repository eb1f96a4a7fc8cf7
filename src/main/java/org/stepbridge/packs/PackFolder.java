package org.stepbridge.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stepbridge.casework.Sha256;

/** A pack's folder on the disk. */
record PackFolder(Path path) {
    private static final int DEEPEST = 8;

    /** These show and test a pack; they decide nothing. */
    private static final Set<String> UNDECIDING = Set.of("samples", "cases", "scenarios");

    String name() {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** Whether it is a pack at all. */
    boolean isPack() {
        return Files.isRegularFile(path.resolve("protocol.yaml"));
    }

    /** The message templates: file name to text. One that is not in UTF-8 is told as a problem. */
    Map<String, String> messages(Problems problems) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Path messages = path.resolve("messages");
        if (Files.isDirectory(messages)) {
            for (Path file : files(messages)) {
                texts.put(messages.relativize(file).toString(), text(file, problems));
            }
        }
        return texts;
    }

    private String text(Path file, Problems problems) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            String name = name() + "/" + path.relativize(file);
            problems.add(name, Place.START, "the file is not in UTF-8; save it in UTF-8");
            return "";
        }
    }

    /** SHA-256 over the names and bytes of every file that can bear on a decision or a message, in hexadecimal. */
    String contentHash() throws IOException {
        MessageDigest digest = Sha256.digest();
        for (Path file : deciding()) {
            add(digest, inside(file).getBytes(StandardCharsets.UTF_8));
            add(digest, Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Every file that can bear on a decision or a message. */
    List<Path> deciding() throws IOException {
        return files(path).stream()
                .filter(file ->
                        !UNDECIDING.contains(path.relativize(file).getName(0).toString()))
                .toList();
    }

    /** The name of this file inside the pack. */
    String inside(Path file) {
        return path.relativize(file).toString().replace('\\', '/');
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    // An editor's own files come and go.
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** The length goes first, so that no two folders run together into the same bytes. */
    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).flip());
        digest.update(bytes);
    }
}
