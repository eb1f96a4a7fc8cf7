package org.stepbridge.operations.generate;

/** The three kinds of request and how people write them. */
enum SyntheticKind {
    CO_WORKING(0, "TR", "Co-working", "co-working", "co working"),
    STEP_DOWN(1, "TR", "Step-Down", "step-down", "step down"),
    STEP_UP(2, "SU", "Step-Up", "step-up", "step up");

    private final int number;
    private final String idPrefix;
    private final String label;
    private final String usual;
    private final String sometimes;

    SyntheticKind(int number, String idPrefix, String label, String usual, String sometimes) {
        this.number = number;
        this.idPrefix = idPrefix;
        this.label = label;
        this.usual = usual;
        this.sometimes = sometimes;
    }

    /** As the LCS export's TransferType column has it. */
    String label() {
        return label;
    }

    /** The request's own number in its source system. */
    String id(int index) {
        return idPrefix + (1_000_000 + index);
    }

    String atStart() {
        return Character.toUpperCase(usual.charAt(0)) + usual.substring(1);
    }

    String inSentence(SyntheticChance chance) {
        return chance.in(0.8) ? usual : sometimes;
    }

    /** The kind that a byte of {@link #shuffled} stands for. */
    static SyntheticKind of(byte number) {
        return switch (number) {
            case 0 -> CO_WORKING;
            case 1 -> STEP_DOWN;
            case 2 -> STEP_UP;
            default -> throw new IllegalArgumentException("no kind has the number " + number);
        };
    }

    /** The kinds of this many requests, in random order: 15% step-ups, 25% step-downs, the rest co-working. */
    static byte[] shuffled(SyntheticPlan plan) {
        int stepUps = (int) (plan.requests() * 15L / 100);
        int stepDowns = (int) (plan.requests() * 25L / 100);
        byte[] kinds = new byte[plan.requests()];
        for (int i = 0; i < kinds.length; i++) {
            SyntheticKind kind = i < stepUps ? STEP_UP : i < stepUps + stepDowns ? STEP_DOWN : CO_WORKING;
            kinds[i] = (byte) kind.number;
        }
        plan.chance(SyntheticChance.Purpose.KINDS, 0).shuffle(kinds);
        return kinds;
    }
}
