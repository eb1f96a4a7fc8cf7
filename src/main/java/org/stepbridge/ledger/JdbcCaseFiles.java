package org.stepbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.CaseFile;
import org.stepbridge.casework.CaseFiles;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Considered;
import org.stepbridge.model.Note;
import org.stepbridge.model.ProtocolVersion;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;
import org.stepbridge.model.Verdict;

/** The files of requests, from PostgreSQL: a fixed number of look-ups by index, whatever the ledger holds. */
@Component
class JdbcCaseFiles implements CaseFiles {
    private static final String VIEWED = "viewed";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CaseParts parts;
    private final Clock clock;

    JdbcCaseFiles(JdbcClient jdbc, TransactionTemplate transaction, CaseParts parts, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.parts = parts;
        this.clock = clock;
    }

    private record Head(long id, CaseFile.Standing standing, CaseFile.Ruled ruling, Json.Payload payload) {}

    @Override
    public Optional<CaseFile> open(Reference reference, List<Authority> authorities, String actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Head> found = head(reference, authorities);
            found.ifPresent(head -> viewed(head, actor));
            return found.map(this::file);
        }));
    }

    private Optional<Head> head(Reference reference, List<Authority> authorities) {
        return jdbc.sql("""
                        select r.*, v.payload, d.decided_at, d.sentence, d.body, d.evidence, d.protocol_version, d.protocol_hash
                        from request r
                        join request_version v on v.request_id = r.id and v.version = r.version
                        join decision d on d.id = r.decision_id
                        where r.reference = ? and r.authority = any(?)""")
                .params(reference.value(), Columns.names(authorities))
                .query((row, number) -> head(row))
                .optional();
    }

    private static Head head(ResultSet row) throws SQLException {
        String evidence = row.getString("evidence");
        return new Head(
                row.getLong("id"),
                new CaseFile.Standing(
                        new Reference(row.getString("reference")),
                        RequestState.of(row.getString("state")),
                        row.getTimestamp("state_since").toInstant(),
                        row.getBoolean("urgent"),
                        row.getInt("version"),
                        row.getTimestamp("received_at").toInstant()),
                new CaseFile.Ruled(
                        row.getLong("decision_id"),
                        row.getTimestamp("decided_at").toInstant(),
                        Json.decision(
                                row.getString("sentence"),
                                Json.body(row.getString("body")),
                                evidence == null ? null : Json.verdict(evidence),
                                new ProtocolVersion(
                                        row.getString("protocol_version"), row.getString("protocol_hash")))),
                Json.payload(row.getString("payload")));
    }

    private void viewed(Head head, String actor) {
        AuditLog.add(
                jdbc,
                clock.instant(),
                head.payload().request().authority().name(),
                actor,
                VIEWED,
                head.standing().reference().value(),
                "");
    }

    private CaseFile file(Head head) {
        Reference reference = head.standing().reference();
        return new CaseFile(
                head.payload().request(),
                head.payload().flags(),
                head.standing(),
                head.ruling(),
                notes(head),
                parts.follows(head.id()),
                parts.entries(reference, "and action <> '" + VIEWED + "'").stream()
                        .sorted(Comparator.comparing(CaseFile.Entry::at))
                        .toList(),
                parts.entries(reference, "and action = '" + VIEWED + "'"));
    }

    private List<Note> notes(Head head) {
        Verdict evidence = head.ruling().decision().evidence();
        return evidence == null
                ? List.of()
                : parts.notes(
                        head.payload().request().authority(),
                        evidence.considered().stream().map(Considered::noteId).toList());
    }
}
