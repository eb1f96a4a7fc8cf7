package org.stepbridge.ledger;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.KnownRequests;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;
import org.stepbridge.model.SourceSystem;

/** Looks requests up by their source's id. */
@Component
class JdbcKnownRequests implements KnownRequests {
    private final JdbcClient jdbc;

    JdbcKnownRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Known> find(Authority authority, SourceSystem source, String sourceId) {
        return jdbc.sql("select reference, state from request where authority = ? and source = ? and source_id = ?")
                .params(authority.name(), source.name(), sourceId)
                .query((row, number) -> new Known(new Reference(row.getString(1)), state(row.getString(2))))
                .optional();
    }

    private static RequestState state(String label) {
        return Arrays.stream(RequestState.values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
