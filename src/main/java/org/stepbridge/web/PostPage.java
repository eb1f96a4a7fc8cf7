package org.stepbridge.web;

import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.stepbridge.casework.IncomingPost;

/** What came back and nobody could match or read, until a person has dealt with it. Each reading is audited. */
@Controller
class PostPage {
    static final int SHOWN = 100;

    private final IncomingPost post;
    private final Sight sight;
    private final Clock clock;

    PostPage(IncomingPost post, Sight sight, Clock clock) {
        this.post = post;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping("/post")
    String list(Model model) {
        List<IncomingPost.Line> lines = post.unsettled(sight.authorities(), SHOWN + 1);
        model.addAttribute("more", lines.size() > SHOWN);
        model.addAttribute("rows", lines.stream().limit(SHOWN).map(this::row).toList());
        return "posts";
    }

    @GetMapping("/post/{id}")
    String one(@PathVariable("id") long id, Model model) {
        IncomingPost.Opened opened = post.open(
                        sight.authorities(), id, sight.viewer().actor())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("row", row(opened.line()));
        model.addAttribute("unsettled", opened.unsettled());
        model.addAttribute("text", opened.text());
        return "post";
    }

    @PostMapping("/post/{id}/settle")
    String settle(
            @PathVariable("id") long id,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            RedirectAttributes page) {
        if (reason.isBlank()) {
            page.addFlashAttribute("told", Told.incomplete(""));
            return "redirect:/post/" + id;
        }
        boolean settled = post.settle(sight.authorities(), id, sight.viewer().actor(), reason.strip());
        page.addFlashAttribute(
                "told",
                settled
                        ? new Told(true, "Done", "It is off this list. What you did is kept in the audit.", "")
                        : new Told(
                                false,
                                "This could not be done",
                                "There is no such message that still needs somebody: it may have been settled.",
                                reason));
        return "redirect:/post";
    }

    private Row row(IncomingPost.Line line) {
        return Row.of(line, sight.pack(line.authority()).zone(), clock.instant());
    }

    /** A message in words. */
    record Row(long id, String what, String from, String when, String age, String problem) {
        static Row of(IncomingPost.Line line, java.time.ZoneId zone, java.time.Instant now) {
            return new Row(
                    line.id(),
                    what(line.kind()),
                    switch (line.source()) {
                        case HUB -> "The hub";
                        case MAILBOX -> "The mailbox";
                    },
                    Times.moment(line.receivedAt(), zone),
                    Times.age(line.receivedAt(), now),
                    line.problem());
        }

        private static String what(IncomingPost.Kind kind) {
            return switch (kind) {
                case OUTCOME -> "An outcome";
                case REPEAT -> "An outcome that was known";
                case REPLY -> "A reply";
                case BOUNCE -> "An email came back";
                case DELAY -> "An email is late";
                case RECEIPT -> "An email arrived";
                case AUTOMATIC -> "A program’s answer";
                case UNMATCHED -> "Nobody can tell what it is about";
                case INVALID -> "Only a person can read it";
            };
        }
    }
}
