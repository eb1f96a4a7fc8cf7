package org.stepbridge.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.FeedTrouble;
import org.stepbridge.casework.Findings;
import org.stepbridge.model.Answer;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Decision;
import org.stepbridge.model.Details;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.Flag;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.NhsNumber;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.ProtocolVersion;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Request;
import org.stepbridge.model.Upn;
import org.stepbridge.model.Verdict;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How values are kept as JSON: by names of their own, never by class names, so that code may be renamed. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(Authority.class, ByName.class)
            .addMixIn(LcsId.class, ByValue.class)
            .addMixIn(EhmId.class, ByValue.class)
            .addMixIn(NhsNumber.class, ByValue.class)
            .addMixIn(Upn.class, ByValue.class)
            .addMixIn(Details.class, DetailsForm.class)
            .addMixIn(Outcome.class, OutcomeForm.class)
            .addMixIn(Verdict.class, VerdictForm.class)
            .addMixIn(Answer.class, AnswerForm.class)
            // one text for one value, whatever order a map iterates in: texts are hashed
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    /** A request as it was read. */
    record Payload(Request request, List<Flag> flags) {}

    /** What is kept of a decision; what it sends, asks and starts has tables of its own. */
    record Body(
            Outcome outcome,
            List<Reason> reasons,
            List<Flag> flags,
            @Nullable List<String> checklist) {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static Payload payload(String json) {
        return MAPPER.readValue(json, Payload.class);
    }

    static Body body(String json) {
        return MAPPER.readValue(json, Body.class);
    }

    /** What was found out about a file; nothing for one that was read before that was kept. */
    static Findings findings(String json) {
        return json.isEmpty() ? Findings.NONE : MAPPER.readValue(json, Findings.class);
    }

    /** What a message says beyond its request and decision. */
    static Map<String, String> facts(String json) {
        return json.isEmpty() ? Map.of() : MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    static List<FeedTrouble> troubles(String json) {
        return List.of(MAPPER.readValue(json, FeedTrouble[].class));
    }

    static Verdict verdict(String json) {
        return MAPPER.readValue(json, Verdict.class);
    }

    /** What people answered; null in the table where nobody did. */
    static List<Answer> answers(@Nullable String json) {
        return json == null ? List.of() : List.of(MAPPER.readValue(json, Answer[].class));
    }

    static String writeAnswers(List<Answer> answers) {
        return MAPPER.writerFor(Answer[].class).writeValueAsString(answers.toArray(Answer[]::new));
    }

    static Body bodyOf(Decision decision) {
        return new Body(
                decision.outcome(),
                decision.reasons(),
                decision.flags(),
                decision.checklist().isEmpty() ? null : decision.checklist());
    }

    /** The decision that was kept, without what it sent, asked and started. */
    static Decision decision(String sentence, Body body, @Nullable Verdict evidence, ProtocolVersion protocol) {
        List<String> checklist = body.checklist();
        return new Decision(
                body.outcome(),
                sentence,
                body.reasons(),
                body.flags(),
                evidence,
                List.of(),
                List.of(),
                List.of(),
                protocol,
                checklist == null ? List.of() : checklist);
    }

    @SuppressWarnings("UnusedVariable") // Jackson reads the signature
    private abstract static class ByName {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ByName(String name) {}

        @JsonValue
        abstract String name();
    }

    @SuppressWarnings("UnusedVariable") // Jackson reads the signature
    private abstract static class ByValue {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ByValue(String value) {}

        @JsonValue
        abstract String value();
    }

    @SuppressWarnings("UnusedMethod") // Jackson reads it
    private abstract static class DetailsForm {
        @JsonIgnore
        abstract java.util.Map<String, String> sorted();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Waiting.class, name = "waiting"),
        @JsonSubTypes.Type(value = Outcome.Held.class, name = "held"),
        @JsonSubTypes.Type(value = Outcome.Returned.class, name = "returned"),
        @JsonSubTypes.Type(value = Outcome.Allocated.class, name = "allocated"),
        @JsonSubTypes.Type(value = Outcome.ForHub.class, name = "hub"),
        @JsonSubTypes.Type(value = Outcome.ForMash.class, name = "mash")
    })
    private abstract static class OutcomeForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Verdict.Evidenced.class, name = "evidenced"),
        @JsonSubTypes.Type(value = Verdict.NotEvidenced.class, name = "not-evidenced"),
        @JsonSubTypes.Type(value = Verdict.Unclear.class, name = "unclear")
    })
    private abstract static class VerdictForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Answer.UseNote.class, name = "use-note"),
        @JsonSubTypes.Type(value = Answer.SendTo.class, name = "send-to"),
        @JsonSubTypes.Type(value = Answer.GiveBack.class, name = "give-back")
    })
    private abstract static class AnswerForm {}
}
