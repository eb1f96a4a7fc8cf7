package org.stepbridge.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.stepbridge.casework.Action.Party;
import org.stepbridge.casework.Actions;
import org.stepbridge.casework.Decider;
import org.stepbridge.casework.Deed;
import org.stepbridge.casework.DeedResult;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Viewer;
import org.stepbridge.model.Reference;

/** Takes what the hub or MASH decided from a program, as a request's page takes it from a person. */
@RestController
class OutcomeApi {
    private final Actions actions;
    private final Decider decider;
    private final Sight sight;

    /**
     * What became of it.
     *
     * @param repeated whether the very same was recorded before, and nothing was done now
     */
    record Recorded(String reference, boolean repeated) {}

    OutcomeApi(Actions actions, Decider decider, Sight sight) {
        this.actions = actions;
        this.decider = decider;
        this.sight = sight;
    }

    /** 200 when it is recorded, once only; 409 when the request does not wait for it, any more or yet. */
    @Operation(
            operationId = "outcome",
            summary = "Records what the hub or MASH decided",
            description = "As on the request's page. Whoever answers for MASH does not answer for the hub.")
    @ApiResponse(responseCode = "200", description = "It is recorded, now or by an earlier sending.")
    @ApiResponse(responseCode = "400", description = "The body is not JSON with these fields.")
    @ApiResponse(responseCode = "404", description = "No request that this login may see is called so.")
    @ApiResponse(responseCode = "409", description = "Somebody was quicker, or the request does not wait for them.")
    @ApiResponse(responseCode = "415", description = "The body is not application/json.")
    @ApiResponse(responseCode = "422", description = "Fields are wrong; errors names each.")
    @PostMapping(
            path = "/api/v1/requests/{reference}/outcome",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Recorded record(
            @PathVariable("reference") String text,
            @Parameter(
                            description =
                                    "Any text, the same when the same is sent again: then a repeat is answered as such.")
                    @RequestHeader(name = "Idempotency-Key", defaultValue = "")
                    String key,
            // without a body it is still told first whether the request is there
            @RequestBody(required = false) @Nullable ApiOutcome sent) {
        Reference reference = Reference.read(text).orElseThrow(() -> ApiProblem.notThere("request"));
        Pack pack = sight.pack(reference).orElseThrow(() -> ApiProblem.notThere("request"));
        ApiOutcome outcome = sound(sent);
        DeedResult result = actions.perform(
                new Deed(
                        key(key, reference, outcome),
                        sight.viewer().actor(),
                        Set.of(pack.authority()),
                        reference,
                        0,
                        outcome.reason(),
                        outcome.action()),
                decider);
        if (result instanceof DeedResult.NotTheirs) {
            throw ApiProblem.notThere("request");
        }
        Told told = Told.of(result, "", pack.zone());
        if (!told.done()) {
            throw new ApiProblem(HttpStatus.CONFLICT, told.text());
        }
        return new Recorded(reference.value(), result instanceof DeedResult.DoneBefore);
    }

    private ApiOutcome sound(@Nullable ApiOutcome sent) {
        if (sent == null) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "Send a JSON object with by, outcome and rationale.");
        }
        Viewer viewer = sight.viewer();
        if (sent.party().map(Party::right).filter(right -> !viewer.may(right)).isPresent()) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, "This login may not answer for them.");
        }
        if (!sent.problems().isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The outcome was not recorded. Mend the fields named and send it again.",
                    sent.problems());
        }
        return sent;
    }

    /** Made from all of it, so that a key which is used again for something else hides nothing. */
    private UUID key(String key, Reference reference, ApiOutcome outcome) {
        return key.isBlank()
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes(String.join(
                                "\n",
                                "outcome",
                                sight.viewer().actor(),
                                reference.value(),
                                key,
                                outcome.by() + " " + outcome.outcome(),
                                outcome.reason())
                        .getBytes(StandardCharsets.UTF_8));
    }
}
