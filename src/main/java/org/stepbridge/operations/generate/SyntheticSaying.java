package org.stepbridge.operations.generate;

import java.util.List;

/** What a note says about the two managers' discussion, always naming the kind of transfer and the team manager. */
enum SyntheticSaying {
    AGREED(
            "%1$s agreed with %3$s, Team Manager.",
            "Spoke with %3$s (Team Manager) about this family; %2$s was agreed.",
            "%3$s, Team Manager, has agreed %2$s.",
            "I have agreed %2$s with %3$s, Team Manager, after our call this morning.",
            "Joint discussion held with %3$s, Team Manager: %2$s agreed.",
            "%1$s was discussed and agreed with %3$s (Team Manager)."),
    NOT_AGREED(
            "%1$s was not agreed with %3$s, Team Manager.",
            "Spoke with %3$s (Team Manager) about this family; %2$s was not agreed.",
            "%1$s discussed with %3$s, Team Manager. Not agreed.",
            "%3$s, Team Manager, has not agreed %2$s."),
    ONLY_DISCUSSED(
            "%1$s was discussed with %3$s, Team Manager, but no agreement was reached.",
            "Discussed %2$s with %3$s (Team Manager); no agreement yet.",
            "Spoke with %3$s, Team Manager, about %2$s. There is no agreement so far.");

    // an unmodifiable list, which its type cannot say
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> sentences;

    SyntheticSaying(String... sentences) {
        this.sentences = List.of(sentences);
    }

    /** A note's text with this saying in it, in most cases among ordinary sentences. */
    String text(SyntheticChance chance, SyntheticKind kind, String teamManager) {
        String said = chance.pick(sentences).formatted(kind.atStart(), kind.inSentence(chance), teamManager);
        boolean before = chance.in(0.6);
        boolean after = !before || chance.in(0.5);
        return (before ? SyntheticSentences.prose(chance, SyntheticSentences.ORDINARY, 30, 350) + " " : "")
                + said
                + (after ? chance.in(0.15) ? "\n" : " " : "")
                + (after ? SyntheticSentences.prose(chance, SyntheticSentences.ORDINARY, 30, 300) : "");
    }
}
