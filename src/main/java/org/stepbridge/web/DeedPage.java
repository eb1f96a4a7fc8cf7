package org.stepbridge.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Actions;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Deed;
import org.stepbridge.casework.DeedResult;
import org.stepbridge.casework.Pack;
import org.stepbridge.model.Reference;

/** Takes what people do to a request, and leads back to its page, which says what became of it. */
@Controller
class DeedPage {
    private final Actions actions;
    private final Decider decider;
    private final Sight sight;

    DeedPage(Actions actions, Decider decider, Sight sight) {
        this.actions = actions;
        this.decider = decider;
        this.sight = sight;
    }

    @PostMapping("/requests/{reference}/{name}")
    String perform(
            @PathVariable("reference") String text,
            @PathVariable("name") String name,
            @RequestParam Map<String, String> fields,
            RedirectAttributes page) {
        Reference reference = reference(text);
        Pack pack = sight.pack(reference).orElseThrow(DeedPage::notThere);
        DeedForm form = new DeedForm(fields, pack.zone());
        Optional<Action> action = form.action(name);
        Optional<UUID> key = form.key();
        page.addFlashAttribute(
                "told",
                action.isEmpty() || key.isEmpty()
                        ? Told.incomplete(form.reason())
                        : told(reference, pack, form, key.get(), action.get()));
        // Whoever works through a queue goes on with it, and is told there which one it was.
        if (form.back().isPresent()) {
            page.addFlashAttribute("toldOf", reference.value());
        }
        return "redirect:" + form.back().orElse("/requests/" + reference.value());
    }

    private Told told(Reference reference, Pack pack, DeedForm form, UUID key, Action action) {
        DeedResult result = actions.perform(
                new Deed(
                        key,
                        sight.viewer().actor(),
                        Set.of(pack.authority()),
                        reference,
                        form.seen(),
                        form.reason(),
                        action),
                decider);
        if (result instanceof DeedResult.NotTheirs) {
            throw notThere();
        }
        return Told.of(result, form.reason(), pack.zone());
    }

    private static Reference reference(String text) {
        return Reference.read(text).orElseThrow(DeedPage::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
