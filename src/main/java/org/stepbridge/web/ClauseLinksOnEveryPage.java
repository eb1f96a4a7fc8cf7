package org.stepbridge.web;

import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.stepbridge.casework.LoggedIn;

/** Lets every page link the clauses that it names. */
@ControllerAdvice
class ClauseLinksOnEveryPage {
    private final LoggedIn loggedIn;
    private final Sight sight;

    ClauseLinksOnEveryPage(LoggedIn loggedIn, Sight sight) {
        this.loggedIn = loggedIn;
        this.sight = sight;
    }

    /** Where clauses can be read by whoever is looking. */
    @ModelAttribute("clauseLinks")
    ClauseLinks clauseLinks() {
        return new ClauseLinks(loggedIn.viewer().isEmpty() ? List.of() : sight.packs());
    }
}
