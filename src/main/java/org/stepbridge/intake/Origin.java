package org.stepbridge.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.stepbridge.casework.Feed;

/** Who or what put a file into an inbox. */
final class Origin {
    private Origin() {}

    /**
     * The server that it was fetched from, where this program fetches the feed and the file is its own; else the account
     * that owns it. Empty where the disk knows no owners.
     */
    static String of(Feed feed, Path file) {
        String owner = owner(file);
        boolean own = owner.equals(System.getProperty("user.name"));
        return own && !feed.uri().startsWith("file:") ? feed.uri().replaceFirst("\\?.*", "") : owner;
    }

    private static String owner(Path file) {
        try {
            return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }
}
