package org.stepbridge.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.stepbridge.casework.ClockReport.By;
import org.stepbridge.casework.ClockReport.Who;

/** Whom the page of kept deadlines tells apart. */
enum KeptBy {
    LOCALITY("Locality", By.LOCALITY),
    TEAM("Team", By.TEAM),
    WORKER("Worker", By.WORKER);

    private final String title;
    private final By by;

    KeptBy(String title, By by) {
        this.title = title;
        this.by = by;
    }

    /** Its name in addresses. Public for the template. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its heading. Public for the template. */
    public String title() {
        return title;
    }

    Set<By> apart() {
        return Set.of(by);
    }

    String of(Who who) {
        return switch (this) {
            case LOCALITY -> who.locality();
            case TEAM -> who.team();
            case WORKER -> who.worker();
        };
    }

    static KeptBy of(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
