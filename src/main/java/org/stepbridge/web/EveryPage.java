package org.stepbridge.web;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.stepbridge.casework.CaughtMails;
import org.stepbridge.casework.LoggedIn;
import org.stepbridge.casework.Right;
import org.stepbridge.casework.RunMode;
import org.stepbridge.casework.Viewer;

/** What the frame of every page needs, those about errors included; so it reads nothing that could fail. */
@ControllerAdvice
class EveryPage {
    private static final List<Link> LINKS = List.of(
            new Link("worklist", "Worklist", "/", Right.WORKLIST),
            new Link("hub", "Hub", "/hub", Right.HUB_QUEUE),
            new Link("mash", "MASH", "/mash", Right.MASH_QUEUE),
            new Link("post", "Post", "/post", Right.POST),
            new Link("clocks", "Deadlines", "/clocks", Right.CLOCKS),
            new Link("meetings", "Meetings", "/meetings", Right.CLOCKS),
            new Link("protocol", "Protocol", "/protocol", Right.PROTOCOL),
            new Link("feeds", "Feeds", "/feeds", Right.FEEDS),
            new Link("audit", "Audit", "/audit", Right.AUDIT),
            new Link("mail", "Mail", "/mail", Right.MAIL),
            new Link("logins", "Logins", "/logins", Right.LOGINS));

    private final RunMode mode;
    private final LoggedIn loggedIn;
    private final boolean mailPage;

    EveryPage(RunMode mode, LoggedIn loggedIn, ObjectProvider<CaughtMails> mails) {
        this.mode = mode;
        this.loggedIn = loggedIn;
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

    /** Who is looking; empty on the pages for those who have not signed in. */
    @ModelAttribute("viewer")
    Optional<Viewer> viewer() {
        return loggedIn.viewer();
    }

    /** The pages that whoever is looking may open. */
    @ModelAttribute("pages")
    List<Link> pages() {
        return loggedIn.viewer().map(this::pages).orElse(List.of());
    }

    private List<Link> pages(Viewer viewer) {
        return LINKS.stream()
                .filter(link -> viewer.may(link.right) && (link.right != Right.MAIL || mailPage))
                .toList();
    }

    /** A page in the list on top of every page, for those who have the right. */
    record Link(String name, String title, String address, Right right) {}
}
