package org.stepbridge.intake;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepbridge.casework.Mapping;
import org.stepbridge.intake.Problem.Kind;
import org.stepbridge.model.Flag;

/** Which column of one file fills which field, worked out once from its headings. */
final class ColumnPlan {
    /** Where a field is that the file does not have. */
    static final int NONE = -1;

    private record Slot(Mapping.Column column, int place, CellReader reader) {}

    private final HeadingRow headings;
    private final List<Slot> slots;
    private final List<String> fields;
    private final List<String> fixed;
    private final List<Mapping.Computed> computed;
    private final LocalTimes times;

    /**
     * The plan for a file with these headings.
     *
     * @throws UnreadableFile when a required heading is missing, two mean the same field, or none is known
     */
    ColumnPlan(Mapping mapping, HeadingRow headings, LocalTimes times) throws UnreadableFile {
        this.headings = headings;
        this.times = times;
        this.slots = new ArrayList<>();
        Set<String> nullWords = mapping.nullWords().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        String first = "";
        for (Mapping.Column column : mapping.columns()) {
            int place = headings.place(column);
            if (mapping.fixed().containsKey(column.field())) {
                continue;
            }
            if (place != NONE) {
                slots.add(new Slot(column, place, new CellReader(column, nullWords)));
            } else if (column.required()) {
                String near = headings.anyKnown() ? Headings.near(column.headers(), headings.unknown()) : "";
                missing.add(column.headers().first() + (near.isEmpty() ? "" : " (is it '" + near + "'?)"));
                first = first.isEmpty() ? column.headers().first() : first;
            }
        }
        if (!missing.isEmpty()) {
            throw new UnreadableFile(
                    first, "Headings are missing: " + String.join(", ", missing) + ". Export all columns.");
        }
        if (slots.isEmpty()) {
            throw new UnreadableFile("", "None of its headings is known. Is it an export of another kind?");
        }
        this.fields = new ArrayList<>(
                slots.stream().map(slot -> slot.column().field()).toList());
        this.fixed = new ArrayList<>();
        mapping.fixed().forEach((field, text) -> {
            fields.add(field);
            fixed.add(text);
        });
        this.computed = new ArrayList<>();
        mapping.computed().forEach((field, formula) -> {
            fields.add(field);
            computed.add(formula);
        });
    }

    /** The canonical fields that rows of this file may fill, in the order of their slots. */
    List<String> fields() {
        return fields;
    }

    /** The slot of this field; {@link #NONE} if the file does not have it. */
    int slot(String field) {
        return fields.indexOf(field);
    }

    /** The heading that this field goes by in the file; empty if the file does not have it. */
    String heading(String field) {
        int slot = slot(field);
        return slot == NONE || slot >= slots.size()
                ? ""
                : headings.at(slots.get(slot).place());
    }

    /** The cell of this field as it stands in this row, without outer white space; empty if there is none. */
    String cell(String field, RawRow row) {
        int slot = slot(field);
        int place =
                slot == NONE || slot >= slots.size() ? NONE : slots.get(slot).place();
        return place == NONE || place >= row.cells().size()
                ? ""
                : row.cells().get(place).strip();
    }

    /** The codes that this field's mapping knows, as their canonical values; empty when it has none. */
    Set<String> codes(String field) {
        return slots.stream()
                .filter(slot -> slot.column().field().equals(field))
                .flatMap(slot -> slot.column().codes().values().values().stream())
                .collect(Collectors.toSet());
    }

    /** What this row says, with every problem that was met; one that cannot be taken apart says what could be read. */
    RowValues read(RawRow row) {
        var values = new RowValues(fields.size());
        List<String> cells = row.cells();
        RawRow.Fault fault = row.fault();
        if (fault != null) {
            values.problems.add(new Problem(Kind.ROW, "", headings.at(fault.cell()), fault.value(), fault.problem()));
        } else if (Headings.width(cells) > headings.width()) {
            values.problems.add(new Problem(
                    Kind.ROW,
                    "",
                    "",
                    cells.get(headings.width()),
                    "It has more cells than there are headings. A cell with a delimiter in it must be quoted."));
        }
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            String cell = slot.place() < cells.size() ? cells.get(slot.place()) : "";
            String text = slot.reader().text(cell);
            if (!text.isEmpty()) {
                read(i, slot, cell, text, values);
            } else if (slot.column().required() && fault == null) {
                values.problems.add(problem(Kind.MISSING, slot, cell, "It is empty, and every row needs it."));
            }
        }
        for (int i = 0; i < fixed.size(); i++) {
            values.put(slots.size() + i, fixed.get(i));
        }
        compute(values);
        return values;
    }

    /** Works out what is computed, from columns and fixed fields only, so that the order does not matter. */
    private void compute(RowValues values) {
        int first = slots.size() + fixed.size();
        for (int i = 0; i < computed.size(); i++) {
            String field = fields.get(first + i);
            String text = Cells.trim(computed.get(i).of(other -> {
                int slot = slot(other);
                return slot >= first ? "" : values.text(slot);
            }));
            int limit = Field.limit(field);
            if (text.length() > limit) {
                values.problems.add(
                        new Problem(Kind.LENGTH, field, field, text, "It is longer than " + limit + " characters."));
            }
            values.put(first + i, text.substring(0, Math.min(text.length(), limit)));
        }
    }

    private void read(int at, Slot slot, String cell, String text, RowValues values) {
        int limit = Field.limit(slot.column().field());
        if (text.length() > limit) {
            values.put(at, text.substring(0, limit));
            values.problems.add(problem(Kind.LENGTH, slot, cell, "It is longer than " + limit + " characters."));
            return;
        }
        values.put(at, text);
        if (slot.column().type() == Mapping.Type.TEXT) {
            if (slot.reader().isShortened(text)) {
                values.problems.add(problem(
                        Kind.IDENTIFIER,
                        slot,
                        cell,
                        "A spreadsheet has shortened this number. Format the column as text and export again."));
            } else if (slot.reader().isUnknownCode(text)) {
                unknownCode(at, slot, cell, values);
            }
            return;
        }
        LocalDateTime time = slot.reader().time(text);
        if (time == null) {
            String form =
                    slot.column().patterns().stream().findFirst().orElse("").replace('u', 'y');
            values.problems.add(
                    problem(Kind.DATE, slot, cell, "It is not a real date, or not written like " + form + "."));
        } else if (slot.column().type() == Mapping.Type.DATE) {
            values.put(at, time.toLocalDate());
        } else {
            LocalTimes.Resolved resolved = times.resolve(time);
            values.put(at, resolved);
            if (resolved.doubt() != null) {
                values.flags.add(
                        new Flag("time-in-doubt", "", headings.at(slot.place()) + " " + resolved.doubt() + "."));
            }
        }
    }

    private void unknownCode(int at, Slot slot, String cell, RowValues values) {
        if (slot.column().codes().others() == Mapping.Others.REJECT) {
            values.problems.add(problem(Kind.CODE, slot, cell, "It is none of the words that the feed knows for it."));
        } else {
            values.put(at, "");
            values.flags.add(new Flag(
                    "code-unknown",
                    "",
                    headings.at(slot.place()) + " is none of the words known for it and was left out."));
        }
    }

    private Problem problem(Kind kind, Slot slot, String cell, String text) {
        return new Problem(kind, slot.column().field(), headings.at(slot.place()), cell, text);
    }

    /** Adds a problem to a row that lacks what the engine itself needs, unless one says why it does. */
    void require(boolean present, String field, RawRow row, RowValues values) {
        if (!present
                && row.fault() == null
                && values.problems.stream().noneMatch(problem -> problem.field().equals(field))) {
            values.problems.add(
                    new Problem(Kind.MISSING, field, heading(field), "", "It is empty, and every row needs it."));
        }
    }
}
