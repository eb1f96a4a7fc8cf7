package org.stepbridge.scenarios;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Actions;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Deed;
import org.stepbridge.casework.DeedResult;
import org.stepbridge.model.Answer;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;
import tools.jackson.databind.JsonNode;

/** The people of a council, who do by hand what a scenario says. */
final class ByHand {
    private final Actions actions;
    private final Decider decider;
    private final Books books;

    ByHand(Actions actions, Decider decider, Books books) {
        this.actions = actions;
        this.decider = decider;
        this.books = books;
    }

    /** Does it. @throws AssertionError when it cannot be done, or can be though the scenario says that it is refused */
    void perform(JsonNode act, Authority authority, Instant now) {
        String request = act.path("request").asString();
        Deed deed = new Deed(
                UUID.randomUUID(),
                "user:" + act.path("by").asString("somebody"),
                Set.of(authority),
                new Reference(books.reference(request)),
                0,
                act.path("reason").asString("as agreed"),
                action(act, request, now));
        DeedResult result = actions.perform(deed, decider);
        boolean refused = result instanceof DeedResult.Impossible no
                && act.has("refused")
                && no.why().contains(act.path("refused").asString());
        if (!refused && (act.has("refused") || !(result instanceof DeedResult.Done))) {
            throw new AssertionError("what was done by hand came to " + result);
        }
    }

    private Action action(JsonNode act, String request, Instant now) {
        return switch (act.path("do").asString()) {
            case "recheck" -> new Action.Recheck();
            case "use-note" ->
                new Action.Settle(new Answer.UseNote(act.path("note").asString()));
            case "forward" -> new Action.Settle(new Answer.SendTo(act.path("to").asString()));
            case "return" ->
                new Action.Settle(new Answer.GiveBack(act.path("reason").asString()));
            case "record-phone-call" -> new Action.RecordPhoneCall(now, "MASH");
            case "record-outcome" ->
                new Action.RecordOutcome(
                        Action.Party.valueOf(act.path("of").asString().toUpperCase(Locale.ROOT)),
                        Action.Said.valueOf(act.path("said").asString().toUpperCase(Locale.ROOT)),
                        act.path("rationale").asString(""),
                        null);
            case "meet-clock" ->
                new Action.MeetClock(books.clock(request, act.path("clock").asString()));
            case "pause-clock" ->
                new Action.PauseClock(books.clock(request, act.path("clock").asString()));
            case "resume-clock" ->
                new Action.ResumeClock(books.clock(request, act.path("clock").asString()));
            case "tick-item" -> new Action.TickItem(act.path("item").asString());
            case "happen" -> new Action.Happen(act.path("event").asString());
            case "disagree" -> new Action.Disagree();
            case "close" -> new Action.Close();
            default -> throw new AssertionError("nobody can do this by hand: " + act.path("do"));
        };
    }
}
