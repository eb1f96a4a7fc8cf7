package org.stepbridge.web;

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
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackChanges;
import org.stepbridge.casework.Right;

/** An authority's pack in plain English, and for IT how its files stand beside what is in force. */
@Controller
class ProtocolPage {
    private final Sight sight;
    private final PackChanges changes;
    private final ProtocolTrial trial;

    ProtocolPage(Sight sight, PackChanges changes, ProtocolTrial trial) {
        this.sight = sight;
        this.changes = changes;
        this.trial = trial;
    }

    /** The only pack that the viewer sees, or a choice between them. */
    @GetMapping("/protocol")
    String choice(Model model) {
        List<Pack> packs = sight.packs();
        if (packs.size() == 1) {
            return "redirect:" + address(packs.get(0));
        }
        model.addAttribute("packs", packs);
        return "protocols";
    }

    @GetMapping("/protocol/{authority}")
    String protocol(@PathVariable("authority") String authority, Model model) {
        Pack pack = pack(authority);
        model.addAttribute("pack", pack.plain());
        model.addAttribute("address", address(pack));
        if (sight.viewer().may(Right.ACTIVATE)) {
            PackChanges.Standing standing = changes.standing(pack.authority());
            model.addAttribute("standing", standing);
            model.addAttribute("from", trial.offered(pack));
            model.addAttribute(
                    "since",
                    standing.inForce()
                            .map(one -> "Protocol " + one.version().version() + " is in force since "
                                    + Times.moment(one.at(), pack.zone()) + ", by " + AuditWords.actor(one.by()) + ": "
                                    + one.reason())
                            .orElse(""));
        }
        return "protocol";
    }

    /** Tells what the changed files would have decided differently. Nothing is written but that somebody asked. */
    @PostMapping("/protocol/{authority}/what-if")
    String whatIf(
            @PathVariable("authority") String authority,
            @RequestParam(name = "since", defaultValue = "") String since,
            Model model) {
        ProtocolTrial.Result result =
                trial.run(pack(authority), since, sight.viewer().actor());
        String view = protocol(authority, model);
        result.told().ifPresent(told -> model.addAttribute("told", told));
        result.found().ifPresent(found -> {
            model.addAttribute("whatIf", found);
            model.addAttribute("from", since);
        });
        return view;
    }

    /** Puts the pack's files in force as they were seen. */
    @PostMapping("/protocol/{authority}/activate")
    String activate(
            @PathVariable("authority") String authority,
            @RequestParam(name = "content", defaultValue = "") String content,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            RedirectAttributes page) {
        Pack pack = pack(authority);
        page.addFlashAttribute(
                "told",
                reason.isBlank() || content.isBlank()
                        ? Told.incomplete(reason)
                        : told(
                                changes.activate(
                                        pack.authority(),
                                        content,
                                        sight.viewer().actor(),
                                        reason.strip()),
                                reason));
        return "redirect:" + address(pack);
    }

    private static Told told(PackChanges.ActResult result, String reason) {
        String title = "This could not be done";
        return switch (result) {
            case DONE ->
                new Told(
                        true,
                        "Done",
                        "It is in force here now, and on other machines within seconds. What is decided stays.",
                        "");
            case CHANGED_MEANWHILE ->
                new Told(
                        false,
                        title,
                        "The files, or what is in force, have changed meanwhile. Look at them again.",
                        reason);
            case UNSOUND -> new Told(false, title, "The files are not sound. See below what to mend.", reason);
        };
    }

    private Pack pack(String authority) {
        return sight.pack(authority).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String address(Pack pack) {
        return "/protocol/" + pack.authority().name();
    }
}
