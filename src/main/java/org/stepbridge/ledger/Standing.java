package org.stepbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Answer;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;
import org.stepbridge.model.RequestState;

/**
 * A request that is in the tables, as it stands.
 *
 * @param sentence its verdict
 * @param answers what people have answered about this version
 */
record Standing(
        long id,
        Reference reference,
        int version,
        RequestState state,
        long decisionId,
        String sentence,
        Json.Payload payload,
        List<Answer> answers) {
    /** Reads them all the same way; a condition on {@code r} is to follow. */
    static final String SELECT = """
            select r.id, r.reference, r.version, r.state, r.decision_id, d.sentence, v.payload, r.answers
            from request r
            join request_version v on v.request_id = r.id and v.version = r.version
            join decision d on d.id = r.decision_id
            """;

    static Standing of(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong(1),
                new Reference(row.getString(2)),
                row.getInt(3),
                RequestState.of(row.getString(4)),
                row.getLong(5),
                row.getString(6),
                Json.payload(row.getString(7)),
                Json.answers(row.getString(8)));
    }

    /** The same with one more answer, and this flag if there is one. */
    Standing with(Answer answer, @Nullable Flag flag) {
        List<Answer> all = new ArrayList<>(answers);
        all.add(answer);
        List<Flag> flags = new ArrayList<>(payload.flags());
        if (flag != null) {
            flags.add(flag);
        }
        return new Standing(
                id, reference, version, state, decisionId, sentence, new Json.Payload(payload.request(), flags), all);
    }

    Request request() {
        return payload.request();
    }
}
