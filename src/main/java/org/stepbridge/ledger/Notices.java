package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Dispatch;

/** Puts messages into the outbox that no decision sends; called inside the ledger's transactions. */
@Component
class Notices {
    /** The name of deliveries that tell of what stands still. */
    static final String STANDSTILL = "standstill";

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A message about a request.
     *
     * @param facts what it says beyond the request and its decision
     */
    record Notice(
            Authority authority,
            long requestId,
            int version,
            long decisionId,
            Dispatch dispatch,
            Map<String, String> facts) {}

    /** A delivery of one, and what it is called. */
    private record Message(UUID id, String name, Authority authority, Dispatch dispatch, Map<String, String> facts) {}

    void send(List<Notice> all, Instant now) {
        if (all.isEmpty()) {
            return;
        }
        List<Message> messages = all.stream()
                .map(notice ->
                        new Message(UUID.randomUUID(), "", notice.authority(), notice.dispatch(), notice.facts()))
                .toList();
        put(messages, now);
        jdbc.sql("""
                        insert into delivery_line (delivery_id, position, request_id, version, decision_id)
                        select id, 0, request_id, version, decision_id
                        from unnest(?::uuid[], ?::bigint[], ?::integer[], ?::bigint[]) as l (id, request_id, version, decision_id)""")
                .params(
                        messages.stream().map(Message::id).toArray(UUID[]::new),
                        all.stream().map(Notice::requestId).toArray(Long[]::new),
                        all.stream().map(Notice::version).toArray(Integer[]::new),
                        all.stream().map(Notice::decisionId).toArray(Long[]::new))
                .update();
    }

    /** Puts an email about what stands still into the outbox. */
    void ofNoRequest(Authority authority, Dispatch dispatch, Map<String, String> facts, Instant now) {
        put(List.of(new Message(UUID.randomUUID(), STANDSTILL, authority, dispatch, facts)), now);
    }

    private void put(List<Message> all, Instant now) {
        jdbc.sql("""
                        insert into delivery (id, authority, channel, name, template, recipients, urgent, state, created_at, next_at, facts)
                        select id, authority, channel, name, template, recipients::text[], urgent, 'pending', ?, ?, facts
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[])
                            as n (id, authority, channel, name, template, recipients, urgent, facts)""")
                .params(
                        at(now),
                        at(now),
                        all.stream().map(Message::id).toArray(UUID[]::new),
                        all.stream().map(one -> one.authority().name()).toArray(String[]::new),
                        all.stream()
                                .map(one -> one.dispatch().channel().label())
                                .toArray(String[]::new),
                        all.stream().map(Message::name).toArray(String[]::new),
                        all.stream().map(one -> one.dispatch().template()).toArray(String[]::new),
                        all.stream()
                                .map(one -> array(one.dispatch().recipients()))
                                .toArray(String[]::new),
                        all.stream().map(one -> one.dispatch().urgent()).toArray(Boolean[]::new),
                        all.stream().map(one -> Json.write(one.facts())).toArray(String[]::new))
                .update();
    }

    private static String array(List<String> addresses) {
        return addresses.stream()
                .map(address -> '"' + address.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
