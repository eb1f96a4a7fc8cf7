package org.stepbridge.operations.generate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.operations.generate.SyntheticChance.Purpose;

/**
 * One request and the notes about it, as a plan: made again from its index whenever it is needed, never kept.
 *
 * @param day the request's date, in days after the first
 * @param daysBack how many days before the request its evidence was written
 * @param evidenced whether there is evidence on or before the request
 * @param decoy a misleading note, if there is one
 */
record SyntheticCase(
        int index,
        SyntheticKind kind,
        boolean evidenceBased,
        String teamManager,
        int day,
        int daysBack,
        boolean evidenced,
        @Nullable SyntheticDecoy decoy) {
    private static final int REQUEST_DAYS = 6;
    private static final int WINDOW = 28;

    static SyntheticCase of(SyntheticPlan plan, int index, byte[] kinds) {
        SyntheticChance chance = plan.chance(Purpose.CASE, index);
        SyntheticKind kind = SyntheticKind.of(kinds[index]);
        boolean evidenceBased = kind == SyntheticKind.CO_WORKING && chance.in(0.30);
        String teamManager = chance.pick(SyntheticNames.MANAGERS);
        int day = chance.below(REQUEST_DAYS);
        int daysBack = chance.in(0.03) ? WINDOW : chance.below(WINDOW + 1);
        boolean evidenced = kind != SyntheticKind.STEP_UP && chance.in(0.75);
        boolean misled = kind != SyntheticKind.STEP_UP && chance.in(evidenced ? 0.08 : 0.70);
        SyntheticDecoy decoy = misled ? chance.pick(SyntheticDecoy.ALL) : null;
        return new SyntheticCase(index, kind, evidenceBased, teamManager, day, daysBack, evidenced, decoy);
    }

    String id() {
        return kind.id(index);
    }

    /** None, one or two; the order is that in which they were written into the plan, not their dates'. */
    List<SyntheticNote> notes(SyntheticPlan plan) {
        List<SyntheticNote> notes = new ArrayList<>(2);
        if (decoy != null) {
            notes.add(misleading(decoy, plan.chance(Purpose.NOTE, -1L - index)));
        }
        if (evidenced) {
            notes.add(SyntheticNote.evidence(day - daysBack));
        }
        return notes;
    }

    private SyntheticNote misleading(SyntheticDecoy shape, SyntheticChance chance) {
        String type = shape == SyntheticDecoy.WRONG_TYPE
                ? chance.pick(SyntheticNames.OTHER_NOTE_TYPES)
                : SyntheticNames.GENERAL_NOTE;
        String role = shape == SyntheticDecoy.WRONG_ROLE
                ? chance.pick(SyntheticNames.OTHER_ROLES)
                : SyntheticNames.EARLY_HELP_MANAGER;
        int written = switch (shape) {
            case TOO_OLD -> day - WINDOW - 1 - (chance.in(0.2) ? 0 : chance.below(200));
            case AFTER_REQUEST -> day + 1;
            // Where agreement follows, it follows later: the last word counts.
            case NOT_AGREED, NO_AGREEMENT -> day - daysBack - (evidenced ? 3 : 0);
            case WRONG_TYPE, WRONG_ROLE, OTHER_CHILD -> day - daysBack;
        };
        boolean cited = shape == SyntheticDecoy.AFTER_REQUEST && !evidenced;
        return new SyntheticNote(shape == SyntheticDecoy.OTHER_CHILD, type, role, written, shape.says(), cited);
    }

    /** The outcome that is right, in the truth file's words. */
    String expected() {
        if (kind == SyntheticKind.STEP_UP) {
            return "STEP_UP";
        }
        if (!evidenced && decoy != SyntheticDecoy.AFTER_REQUEST) {
            return "RETURN";
        }
        return evidenceBased ? "EVIDENCE_BASED" : "ALLOCATION";
    }

    String why() {
        if (kind == SyntheticKind.STEP_UP) {
            return "step-up goes to MASH whatever the notes say";
        }
        if (evidenced) {
            return "matching general note" + (decoy == null ? "" : " (and a decoy: " + decoy.label() + ")");
        }
        if (decoy == SyntheticDecoy.AFTER_REQUEST) {
            return "note dated after the request (flag)";
        }
        return decoy == null ? "none" : decoy.label();
    }
}
