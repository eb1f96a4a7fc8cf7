package org.stepbridge.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How many mails the embedded catcher kept. */
final class MailCount {
    private MailCount() {}

    static long of(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).count();
        }
    }
}
