package org.stepbridge.dispatch;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.Incoming;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the hub's replies (outer contract, §4; {@code mappings/schema/hub-reply.schema.json}). */
@Component("hubReplies")
public final class HubReplies {
    private static final int LONGEST = 100_000;

    private final Schema schema = schema();

    /** The reply, or why it is none. */
    public Incoming read(String authority, String text) {
        String kept = text.substring(0, Math.min(text.length(), LONGEST));
        Incoming.Envelope envelope = new Incoming.Envelope(
                UUID.nameUUIDFromBytes(("hub " + authority + " " + text).getBytes(StandardCharsets.UTF_8)),
                new Authority(authority),
                Incoming.Source.HUB,
                kept);
        if (kept.length() < text.length()) {
            return new Incoming.Unreadable(envelope, "The reply is longer than " + LONGEST + " characters.");
        }
        try {
            JsonNode reply = JsonMapper.shared().readTree(text);
            List<Error> errors = schema.validate(reply);
            return errors.isEmpty() ? reply(envelope, reply) : new Incoming.Unreadable(envelope, problem(errors));
        } catch (JacksonException e) {
            return new Incoming.Unreadable(envelope, "The reply is not JSON.");
        } catch (DateTimeException e) {
            return new Incoming.Unreadable(envelope, "A date or time in the reply is not one of the calendar.");
        }
    }

    private static Incoming reply(Incoming.Envelope envelope, JsonNode reply) {
        OffsetDateTime.parse(reply.path("at").asString());
        String starts = reply.path("programmeStart").asString("");
        return new Incoming.HubReply(
                envelope,
                new Reference(reply.path("reference").asString()),
                Action.Said.of(reply.path("outcome").asString()),
                reply.path("rationale").asString(""),
                starts.isEmpty() ? null : LocalDate.parse(starts));
    }

    /** Where and what rule, never the value. */
    private static String problem(List<Error> errors) {
        Error first = errors.get(0);
        String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        return "The reply does not keep to its schema at '" + first.getInstanceLocation() + "': " + first.getKeyword()
                + more + ".";
    }

    private static Schema schema() {
        try (InputStream in = HubReplies.class.getResourceAsStream("/org/stepbridge/schema/hub-reply.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("the program was built without the schema of the hub's replies");
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
