package org.stepbridge.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stepbridge.casework.CaseFile;
import org.stepbridge.casework.CaseFiles;
import org.stepbridge.casework.IncomingPost;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Resubmissions;
import org.stepbridge.casework.Right;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.Reference;

/** Everything about one request: what was asked, what was decided and why, and what came of it. Each view is audited. */
@Controller
class RequestPage {
    private final CaseFiles files;
    private final Resubmissions resubmissions;
    private final IncomingPost post;
    private final Sight sight;
    private final Clock clock;

    RequestPage(CaseFiles files, Resubmissions resubmissions, IncomingPost post, Sight sight, Clock clock) {
        this.files = files;
        this.resubmissions = resubmissions;
        this.post = post;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping("/requests/{reference}")
    String request(
            @PathVariable("reference") String text,
            @RequestParam(name = "answer", defaultValue = "") String answer,
            @RequestParam(name = "note", defaultValue = "0") int noteNumber,
            Model model) {
        CaseFile file = open(text);
        Pack pack = sight.pack(file.request().authority());
        ZoneId zone = pack.zone();
        var request = file.request();
        model.addAttribute("reference", file.standing().reference());
        RequestDeeds can = RequestDeeds.of(file, pack, sight.viewer());
        model.addAttribute("can", can);
        model.addAttribute("hubSays", List.of("accepted", "waitlisted", "declined"));
        model.addAttribute("mashSays", List.of("accepted", "rejected"));
        model.addAttribute("keys", new Keys());
        model.addAttribute("seen", file.ruling().id());
        model.addAttribute("now", DeedForm.here(clock.instant(), zone));
        model.addAttribute("head", RequestHead.of(file, pack, clock.instant()));
        model.addAttribute("child", RequestFacts.child(request.child()));
        model.addAttribute("asked", RequestFacts.asked(request, RequestHead.type(file, pack), pack));
        var decision = file.ruling().decision();
        Verdicts words = Verdicts.of(decision.sentence(), decision.reasons());
        model.addAttribute("held", decision.outcome() instanceof Outcome.Held);
        model.addAttribute("verdict", words.first());
        model.addAttribute("reasons", words.rest());
        model.addAttribute(
                "flags",
                Stream.concat(file.noticed().stream(), file.ruling().decision().flags().stream())
                        .distinct()
                        .toList());
        List<NoteCard> notes = NoteCard.all(file);
        model.addAttribute("readsNotes", file.ruling().decision().evidence() != null);
        model.addAttribute("evidence", notes.stream().filter(NoteCard::counts).toList());
        model.addAttribute(
                "others", notes.stream().filter(note -> !note.counts()).toList());
        model.addAttribute("answers", Answers.of(can, notes, answer, noteNumber));
        model.addAttribute("deliveries", FollowRows.deliveries(file, zone));
        model.addAttribute("deadlines", FollowRows.deadlines(file, pack, clock.instant()));
        model.addAttribute("tasks", FollowRows.tasks(file, zone));
        model.addAttribute("checklist", FollowRows.checklist(file, pack));
        model.addAttribute("linked", FollowRows.linked(file, pack));
        Reference reference = file.standing().reference();
        model.addAttribute(
                "again", FollowRows.again(resubmissions.history(sight.authorities(), reference), reference, zone));
        model.addAttribute(
                "post",
                post.about(sight.authorities(), reference).stream()
                        .map(line -> PostPage.Row.of(line, zone, clock.instant()))
                        .toList());
        model.addAttribute("reads", sight.viewer().may(Right.POST));
        model.addAttribute("outcomes", FollowRows.outcomes(file, zone));
        model.addAttribute("timeline", Happenings.of(file, pack));
        model.addAttribute("exactly", AuditWords.lines(file.timeline(), zone));
        model.addAttribute("views", AuditWords.lines(file.views(), zone));
        return "request";
    }

    /** A key for each form of the page: however often one is sent, it is done once. Public for the template. */
    public static final class Keys {
        Keys() {}

        /** A key that nobody has had. */
        public UUID next() {
            return UUID.randomUUID();
        }
    }

    private CaseFile open(String text) {
        return Reference.read(text)
                .flatMap(reference -> files.open(
                        reference, sight.authorities(), sight.viewer().actor()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
