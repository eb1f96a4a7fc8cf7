package org.stepbridge.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

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
        List<Path> before = namesakes(day, file.getFileName().toString());
        return numbered(day, file.getFileName().toString(), before.size() + 1);
    }

    /** The files that were put into the folder of a day under this name, in that order. */
    static List<Path> namesakes(Path day, String name) {
        List<Path> found = new ArrayList<>();
        Path place = numbered(day, name, 1);
        while (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            found.add(place);
            place = numbered(day, name, found.size() + 1);
        }
        return found;
    }

    private static Path numbered(Path day, String name, int number) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return day.resolve(number == 1 ? name : stem + "-" + number + name.substring(stem.length()));
    }
}
