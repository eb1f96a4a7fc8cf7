package org.stepbridge.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.stepbridge.casework.CaughtMails;
import org.stepbridge.casework.CaughtMails.MailLine;

/** The mail that the embedded catcher took, so that a trial can see what would have been sent. */
@Controller
class MailPage {
    private static final int MOST = 50;

    private final Optional<CaughtMails> mails;
    private final Sight sight;
    private final Clock clock;

    MailPage(ObjectProvider<CaughtMails> mails, Sight sight, Clock clock) {
        this.sight = sight;
        this.mails = Optional.ofNullable(mails.getIfAvailable());
        this.clock = clock;
    }

    /** The newest mails; no such page where mail goes to a real server. */
    @GetMapping("/mail")
    String list(Model model) {
        model.addAttribute(
                "mails", caught().newest(MOST).stream().map(this::row).toList());
        model.addAttribute("most", MOST);
        return "mails";
    }

    /** One mail. It is about a child and says so; the list does not. */
    @GetMapping("/mail/{id}")
    String one(@PathVariable("id") String id, Model model) {
        String source = caught().source(id).orElseThrow(MailPage::notThere);
        model.addAttribute("mail", ReadableMail.of(source));
        model.addAttribute("source", source);
        return "mail";
    }

    /** The catcher does not know whose mail it holds: it is for those who may see everybody's. */
    private CaughtMails caught() {
        return mails.filter(any -> sight.everything()).orElseThrow(MailPage::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Row row(MailLine mail) {
        return new Row(mail.id(), mail.subject(), mail.recipients(), Times.age(mail.caughtAt(), clock.instant()));
    }

    /** A mail in the list, in words. */
    record Row(String id, String subject, List<String> recipients, String age) {}
}
