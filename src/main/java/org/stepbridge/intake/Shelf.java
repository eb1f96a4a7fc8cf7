package org.stepbridge.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Where files go once they have been read, in a folder for the day beside where they lay. */
record Shelf(Clock clock, ZoneId zone) {
    static final String DONE = ".done";
    static final String FAILED = ".failed";

    /**
     * A free place for this file; a file that is there already is kept. Makes the folder.
     *
     * @param folder {@link #DONE} or {@link #FAILED}
     */
    Path place(Path file, String folder) throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Path day = file.resolveSibling(folder).resolve(DateTimeFormatter.BASIC_ISO_DATE.format(today));
        Files.createDirectories(day);
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        Path place = day.resolve(name);
        for (int n = 2; Files.exists(place, LinkOption.NOFOLLOW_LINKS); n++) {
            place = day.resolve(stem + "-" + n + name.substring(stem.length()));
        }
        return place;
    }
}
