package org.stepbridge.intake;

import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.NoteRow;
import org.stepbridge.model.Child;
import org.stepbridge.model.Note;

/**
 * Turns rows into notes. A broken row that names a child becomes a broken note, so that nothing is concluded from its
 * absence; one that names nobody leaves a gap in the file (G3).
 */
final class NoteMapper implements RowMapper<NoteRow> {
    private final ColumnPlan plan;
    private final ChildColumns children;
    private final String fileHash;
    private final int noteId;
    private final int type;
    private final int date;
    private final int recordedAt;
    private final int author;
    private final int authorRole;
    private final int subject;
    private final int text;

    /** @param fileHash goes into the id of a broken note that has none, so that reading the file again changes nothing */
    NoteMapper(ColumnPlan plan, String fileHash) {
        this.plan = plan;
        this.children = new ChildColumns(plan);
        this.fileHash = fileHash.substring(0, 12);
        this.noteId = plan.slot(Field.NOTE_ID);
        this.type = plan.slot(Field.NOTE_TYPE);
        this.date = plan.slot(Field.NOTE_DATE);
        this.recordedAt = plan.slot(Field.RECORDED_AT);
        this.author = plan.slot(Field.AUTHOR);
        this.authorRole = plan.slot(Field.AUTHOR_ROLE);
        this.subject = plan.slot(Field.SUBJECT);
        this.text = plan.slot(Field.TEXT);
    }

    @Override
    public Mapped<NoteRow> map(RawRow row) {
        RowValues values = plan.read(row);
        String given = values.text(noteId);
        plan.require(!given.isEmpty(), Field.NOTE_ID, row, values);
        plan.require(values.day(date) != null, Field.NOTE_DATE, row, values);
        Child child = children.child(values);
        boolean named = ChildColumns.names(child);
        if (!named && values.problems.isEmpty()) {
            values.problems.add(new Problem(
                    Problem.Kind.MISSING,
                    "",
                    "",
                    "",
                    "It does not say whom it is about: no id, no name and birth date."));
        }
        if (values.problems.isEmpty()) {
            return new Mapped.Good<>(
                    new NoteRow(row.number(), note(given, child, values, null)), given, children.doubts(values, child));
        }
        Problem first = values.problems.get(0);
        boolean lost = given.isEmpty()
                || values.problems.stream().anyMatch(problem -> problem.field().equals(Field.NOTE_ID));
        String id = lost ? "row-" + row.number() + "-" + fileHash : given;
        Note broken = named ? note(id, child, values, first.text()) : null;
        String gap = Rejections.gap(row);
        if (gap.isEmpty() && !named) {
            gap = "row " + row.number() + " names no child that could be read";
        }
        return new Mapped.Bad<>(Rejections.of(row, first, broken, ""), values.problems, broken == null ? "" : id, gap);
    }

    private Note note(String id, Child child, RowValues values, @Nullable String problem) {
        return new Note(
                id,
                child,
                values.text(type),
                values.day(date),
                values.moment(recordedAt),
                values.text(author),
                values.text(authorRole),
                values.text(subject),
                values.text(text),
                problem);
    }
}
