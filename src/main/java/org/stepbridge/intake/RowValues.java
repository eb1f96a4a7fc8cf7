package org.stepbridge.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Flag;

/** What one row says, by the slots of its {@link ColumnPlan}. */
final class RowValues {
    private final String[] texts;
    private final @Nullable LocalDate[] days;
    private final @Nullable Instant[] moments;
    final List<Problem> problems = new ArrayList<>(0);
    final List<Flag> flags = new ArrayList<>(0);

    RowValues(int slots) {
        texts = new String[slots];
        Arrays.fill(texts, "");
        days = new LocalDate[slots];
        moments = new Instant[slots];
    }

    void put(int slot, String text) {
        texts[slot] = text;
    }

    void put(int slot, LocalDate day) {
        texts[slot] = day.toString();
        days[slot] = day;
    }

    void put(int slot, LocalTimes.Resolved time) {
        texts[slot] = time.written();
        days[slot] = time.day();
        moments[slot] = time.at();
    }

    /** The text in this slot, dates in ISO 8601; empty when nothing is there or the file has no such column. */
    String text(int slot) {
        return slot == ColumnPlan.NONE ? "" : texts[slot];
    }

    @Nullable
    LocalDate day(int slot) {
        return slot == ColumnPlan.NONE ? null : days[slot];
    }

    @Nullable
    Instant moment(int slot) {
        return slot == ColumnPlan.NONE ? null : moments[slot];
    }
}
