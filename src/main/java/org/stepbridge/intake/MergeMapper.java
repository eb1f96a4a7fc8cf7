package org.stepbridge.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.stepbridge.casework.MergeRow;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.Merge;
import org.stepbridge.model.PersonId;

/** Turns rows into merges of persons' records. A row that cannot be read leaves a gap, for nobody knows whom it is about. */
final class MergeMapper implements RowMapper<MergeRow> {
    private final ColumnPlan plan;
    private final int lcs;
    private final int ehm;
    private final int intoLcs;
    private final int intoEhm;
    private final int mergedOn;

    MergeMapper(ColumnPlan plan) {
        this.plan = plan;
        this.lcs = plan.slot(Field.LCS_ID);
        this.ehm = plan.slot(Field.EHM_ID);
        this.intoLcs = plan.slot(Field.INTO_LCS_ID);
        this.intoEhm = plan.slot(Field.INTO_EHM_ID);
        this.mergedOn = plan.slot(Field.MERGED_ON);
    }

    @Override
    public Mapped<MergeRow> map(RawRow row) {
        RowValues values = plan.read(row);
        LocalDate on = values.day(mergedOn);
        plan.require(on != null, Field.MERGED_ON, row, values);
        if (values.problems.isEmpty()) {
            wrong(values, lcs, intoLcs, "LCS");
            wrong(values, ehm, intoEhm, "EHM");
            if (values.text(lcs).isEmpty() && values.text(ehm).isEmpty()) {
                values.problems.add(problem("It does not say which record was merged: no LCS and no EHM number."));
            }
        }
        if (on == null || !values.problems.isEmpty()) {
            String gap = Rejections.gap(row);
            return new Mapped.Bad<>(
                    Rejections.of(row, values.problems.get(0), null, ""),
                    values.problems,
                    "",
                    gap.isEmpty() ? "the merge in row " + row.number() + " could not be read" : gap);
        }
        List<Merge> merges = new ArrayList<>();
        add(merges, values.text(lcs), values.text(intoLcs), on, LcsId::new);
        add(merges, values.text(ehm), values.text(intoEhm), on, EhmId::new);
        return new Mapped.Good<>(new MergeRow(row.number(), merges), "", values.flags);
    }

    private static void add(
            List<Merge> merges, String merged, String into, LocalDate on, Function<String, PersonId> id) {
        if (!merged.isEmpty()) {
            merges.add(new Merge(id.apply(merged), on, into.isEmpty() ? null : id.apply(into)));
        }
    }

    private static void wrong(RowValues values, int merged, int into, String system) {
        if (values.text(merged).isEmpty() && !values.text(into).isEmpty()) {
            values.problems.add(problem("It says into which " + system + " record, but not which one was merged."));
        }
    }

    private static Problem problem(String text) {
        return new Problem(Problem.Kind.MISSING, "", "", "", text);
    }
}
