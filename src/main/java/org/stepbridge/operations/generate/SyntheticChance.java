package org.stepbridge.operations.generate;

import java.util.List;
import java.util.Random;

/**
 * A stream of seeded choices. The same seed, purpose and number give the same choices on every Java: {@link Random}'s
 * algorithm is part of its contract. Each row has a stream of its own, so that a row can be made again at any time
 * instead of being kept in memory.
 */
final class SyntheticChance {
    /** What a stream is for: rows of different purposes must not share choices. */
    enum Purpose {
        KINDS(0),
        CHILD(1),
        OTHER_CHILD(2),
        CASE(3),
        REQUEST(4),
        NOTE(5),
        FILLER(6),
        ORDER(7);

        /** Part of the seed: another number is other data. */
        private final int number;

        Purpose(int number) {
            this.number = number;
        }
    }

    private final Random random;

    private SyntheticChance(long seed) {
        random = new Random(seed);
    }

    static SyntheticChance of(long seed, Purpose purpose, long number) {
        return new SyntheticChance(scatter(scatter(scatter(seed) + purpose.number) + number));
    }

    /** Random's first values are alike for neighbouring seeds; spreading every bit of the seed cures that. */
    private static long scatter(long value) {
        long bits = value * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
        bits = (bits ^ (bits >>> 32)) * 0xD6E8FEB86659FD93L;
        bits = (bits ^ (bits >>> 29)) * 0xD6E8FEB86659FD93L;
        return bits ^ (bits >>> 32);
    }

    /** True in this share (0 to 1) of all cases. */
    boolean in(double share) {
        return random.nextDouble() < share;
    }

    /** A number from 0 up to, not including, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number between the two, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    void shuffle(byte[] values) {
        for (int last = values.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            byte kept = values[last];
            values[last] = values[other];
            values[other] = kept;
        }
    }

    void shuffle(int[] values) {
        for (int last = values.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = values[last];
            values[last] = values[other];
            values[other] = kept;
        }
    }
}
