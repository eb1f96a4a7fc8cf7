package org.stepbridge.web;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.stepbridge.casework.CaughtMails;
import org.stepbridge.casework.RunMode;

/** What the frame of every page needs, those about errors included; so it reads nothing that could fail. */
@ControllerAdvice
class EveryPage {
    private final RunMode mode;
    private final boolean mailPage;

    EveryPage(RunMode mode, ObjectProvider<CaughtMails> mails) {
        this.mode = mode;
        this.mailPage = mails.getIfAvailable() != null;
    }

    /** The sentence of the trial banner; empty when this is live. */
    @ModelAttribute("trial")
    Optional<String> trial() {
        if (mode.live()) {
            return Optional.empty();
        }
        return Optional.of(
                mode.mailReachesNobody()
                        ? "This is a trial. Mail reaches nobody: it is caught here and can be read under Mail."
                        : "This is a trial. Mail does leave this machine, through the mail server that was set.");
    }

    /** Whether there is a page of caught mail. */
    @ModelAttribute("mailPage")
    boolean mailPage() {
        return mailPage;
    }
}
