package org.stepbridge.operations.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.stepbridge.operations.home.PrivateFiles;

/** Keeps caught messages as {@code <home>/mail/<yyyyMMdd>/<HHmmssSSS>-<pid>-<n>.eml}, times in UTC. */
final class MailFolder {
    static final String NAME = "mail";
    static final String ENDING = ".eml";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmssSSS");

    private final Path root;
    private final Clock clock;
    private final AtomicLong count = new AtomicLong();

    MailFolder(Path home, Clock clock) {
        this.root = PrivateFiles.folder(home.resolve(NAME));
        this.clock = clock;
    }

    /** Streams the message to a temporary name, then renames it: a file that ends in .eml is whole. */
    void keep(String sender, List<String> recipients, InputStream message) throws IOException {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        Path day = Files.createDirectories(root.resolve(DAY.format(now)));
        String name =
                "%s-%d-%06d".formatted(TIME.format(now), ProcessHandle.current().pid(), count.incrementAndGet());
        Path half = day.resolve(name + ".part");
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(half, StandardOpenOption.CREATE_NEW), 32 * 1024)) {
            out.write(envelope(sender, recipients).getBytes(UTF_8));
            message.transferTo(out);
        } catch (IOException e) {
            Files.deleteIfExists(half);
            throw e;
        }
        Files.move(half, day.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Who was really asked to deliver to whom, which the message's own headers need not say. */
    private static String envelope(String sender, List<String> recipients) {
        StringBuilder headers = new StringBuilder("Return-Path: <" + sender + ">\r\n");
        recipients.forEach(to -> headers.append("Delivered-To: ").append(to).append("\r\n"));
        return headers.toString();
    }
}
