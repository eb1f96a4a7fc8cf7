package org.stepbridge.intake;

import java.time.Instant;
import org.stepbridge.casework.RecordRow;
import org.stepbridge.model.CaseRecord;
import org.stepbridge.model.Child;
import org.stepbridge.model.SourceSystem;

/** Turns rows into records of supervisions, visits and the like. */
final class RecordMapper implements RowMapper<RecordRow> {
    private final ColumnPlan plan;
    private final ChildColumns children;
    private final int recordId;
    private final int system;
    private final int type;
    private final int happenedAt;

    RecordMapper(ColumnPlan plan) {
        this.plan = plan;
        this.children = new ChildColumns(plan);
        this.recordId = plan.slot(Field.RECORD_ID);
        this.system = plan.slot(Field.SYSTEM);
        this.type = plan.slot(Field.RECORD_TYPE);
        this.happenedAt = plan.slot(Field.HAPPENED_AT);
    }

    @Override
    public Mapped<RecordRow> map(RawRow row) {
        RowValues values = plan.read(row);
        String id = values.text(recordId);
        Instant at = values.moment(happenedAt);
        plan.require(!id.isEmpty(), Field.RECORD_ID, row, values);
        plan.require(!values.text(type).isEmpty(), Field.RECORD_TYPE, row, values);
        plan.require(at != null, Field.HAPPENED_AT, row, values);
        String name = values.text(system);
        if (!name.equals("LCS") && !name.equals("EHM")) {
            values.problems.add(problem("It does not say which system holds it: LCS or EHM."));
        }
        Child child = children.child(values);
        if (child.lcs() == null && child.ehm() == null) {
            values.problems.add(problem("It does not say on whose record it is: no LCS and no EHM number."));
        }
        if (at == null || !values.problems.isEmpty()) {
            return new Mapped.Bad<>(
                    Rejections.of(row, values.problems.get(0), null, ""), values.problems, id, Rejections.gap(row));
        }
        var record = new CaseRecord(SourceSystem.valueOf(name), id, values.text(type), at, child);
        return new Mapped.Good<>(new RecordRow(row.number(), record), name + " " + id, children.doubts(values, child));
    }

    private static Problem problem(String text) {
        return new Problem(Problem.Kind.MISSING, "", "", "", text);
    }
}
