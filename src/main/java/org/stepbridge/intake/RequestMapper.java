package org.stepbridge.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.RequestRow;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.Details;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Request;
import org.stepbridge.model.SourceSystem;

/**
 * Turns rows into requests. A transfer from LCS with an impossible date is rejected, not decided; a step-up from EHM is
 * taken in with whatever it says, and is rejected only when it has no id or cannot be taken apart (G4).
 */
final class RequestMapper implements RowMapper<RequestRow> {
    private static final String REST =
            "It is no whole row, perhaps the rest of the one before. Put quotes around cells with"
                    + " line breaks and export again.";
    private static final Flag CUT =
            new Flag("row-cut", "", "A line break may have cut this row off in the export, so words may be missing.");

    private final Authority authority;
    private final boolean stepUps;
    private final ColumnPlan plan;
    private final ChildColumns children;
    private final Set<String> types;
    private final int sourceId;
    private final int type;
    private final int locality;
    private final int requestedAt;

    RequestMapper(Authority authority, Feed.Kind kind, ColumnPlan plan) {
        this.authority = authority;
        this.stepUps = kind == Feed.Kind.EHM_REQUESTS;
        this.plan = plan;
        this.children = new ChildColumns(plan);
        this.types = plan.codes(Field.TYPE);
        this.sourceId = plan.slot(Field.SOURCE_ID);
        this.type = plan.slot(Field.TYPE);
        this.locality = plan.slot(Field.LOCALITY);
        this.requestedAt = plan.slot(Field.REQUESTED_AT);
    }

    @Override
    public Mapped<RequestRow> map(RawRow row) {
        RowValues values = plan.read(row);
        String id = values.text(sourceId);
        plan.require(!id.isEmpty(), Field.SOURCE_ID, row, values);
        plan.require(values.moment(requestedAt) != null, Field.REQUESTED_AT, row, values);
        if (stepUps && row.rest() && values.moment(requestedAt) == null) {
            values.problems.add(
                    0, new Problem(Problem.Kind.ROW, "", "", row.cells().get(0), REST));
        }
        List<Problem> fatal = stepUps
                ? values.problems.stream().filter(RequestMapper::isFatal).toList()
                : values.problems;
        if (!fatal.isEmpty()) {
            boolean named = stepUps
                    && !row.rest()
                    && fatal.stream().noneMatch(problem -> problem.field().equals(Field.SOURCE_ID));
            return new Mapped.Bad<>(
                    Rejections.of(row, fatal.get(0), null, named ? id : ""), values.problems, id, Rejections.gap(row));
        }
        Child child = children.child(values);
        List<Flag> flags = flags(child, values);
        return new Mapped.Good<>(new RequestRow(row.number(), request(id, child, values, row), flags), id, flags);
    }

    /** A step-up waits for nothing, so one that was cut goes on as it is, and says so. */
    @Override
    public Mapped<RequestRow> mapCut(RawRow row) {
        if (stepUps && map(row) instanceof Mapped.Good<RequestRow> good) {
            List<Flag> flags = new ArrayList<>(good.row().flags());
            flags.add(CUT);
            return new Mapped.Good<>(new RequestRow(row.number(), good.row().request(), flags), good.id(), flags);
        }
        return map(row.cut());
    }

    private static boolean isFatal(Problem problem) {
        return problem.kind() == Problem.Kind.ROW || problem.field().equals(Field.SOURCE_ID);
    }

    private Request request(String id, Child child, RowValues values, RawRow row) {
        Map<String, String> details = new HashMap<>();
        List<String> fields = plan.fields();
        for (int i = 0; i < fields.size(); i++) {
            String text = values.text(i);
            if (!text.isEmpty() && !hasPlace(fields.get(i), child, values)) {
                details.put(fields.get(i), text);
            }
        }
        // files that go back carry the word that the source system itself uses
        String typeAsExported = plan.cell(Field.TYPE, row);
        if (!typeAsExported.isEmpty()) {
            details.put(Field.TYPE_AS_EXPORTED, typeAsExported);
        }
        return new Request(
                authority,
                stepUps ? SourceSystem.EHM : SourceSystem.LCS,
                id,
                isType(values.text(type)) ? values.text(type) : "",
                child,
                values.text(locality),
                values.moment(requestedAt),
                new Details(details));
    }

    /** Whether the text of this field is said by the request itself. What could not be read stays among the details. */
    private boolean hasPlace(String field, Child child, RowValues values) {
        return Field.OF_REQUEST.contains(field)
                && switch (field) {
                    case Field.TYPE -> isType(values.text(type));
                    case Field.REQUESTED_AT -> values.moment(requestedAt) != null;
                    case Field.DATE_OF_BIRTH -> child.dateOfBirth() != null;
                    case Field.NHS_NUMBER -> child.nhs() != null;
                    case Field.UPN -> child.upn() != null;
                    case Field.LCS_ID -> child.lcs() != null;
                    case Field.EHM_ID -> child.ehm() != null;
                    case Field.FAMILY_EPISODE -> child.family() != null;
                    default -> true;
                };
    }

    private boolean isType(String text) {
        return types.isEmpty() || types.contains(text);
    }

    private List<Flag> flags(Child child, RowValues values) {
        List<Flag> flags = new ArrayList<>(children.doubts(values, child));
        for (Problem problem : values.problems) {
            flags.add(flag(problem));
        }
        return flags;
    }

    private static Flag flag(Problem problem) {
        String column = problem.column().isEmpty() ? problem.field() : problem.column();
        return switch (problem.kind()) {
            case DATE ->
                new Flag("date-unreadable", "", column + " is not a date that can be read; see it as written.");
            case IDENTIFIER ->
                new Flag("identifier-unreadable", "", column + " was shortened by a spreadsheet and was not used.");
            case LENGTH -> new Flag("field-too-long", "", column + " is far too long; only its beginning was kept.");
            case CODE ->
                new Flag("code-unknown", "", column + " is none of the words known for it; see it as written.");
            default -> new Flag("field-missing", "", column + " was not given.");
        };
    }
}
