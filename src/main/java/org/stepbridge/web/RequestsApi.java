package org.stepbridge.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stepbridge.casework.KnownRequests;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PushedRequests;
import org.stepbridge.casework.PushedRequests.Result;
import org.stepbridge.casework.Viewer;
import org.stepbridge.model.Authority;

/** Takes requests that another program pushes instead of exporting them. Errors are {@code application/problem+json}. */
@RestController
class RequestsApi {
    /** Ten times what the longest step-up says. */
    private static final int MOST_BYTES = 1 << 20;

    private final PushedRequests pushed;
    private final KnownRequests known;
    private final Sight sight;

    /** What became of it. */
    record Taken(String reference, String state) {}

    RequestsApi(PushedRequests pushed, KnownRequests known, Sight sight) {
        this.pushed = pushed;
        this.known = known;
        this.sight = sight;
    }

    /**
     * 201 when the request is new or changed, 200 when it is a repeat, each with its reference; 422 with what is wrong with
     * which field. Whatever is not answered with 2xx or 4xx may be pushed again.
     */
    @Operation(
            operationId = "push",
            summary = "Takes in a request that another program hands over",
            description = "Instead of a row of an export; taken in once, however often it is sent.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ApiPushed.class))))
    @ApiResponse(responseCode = "200", description = "A repeat of the latest version; nothing was changed.")
    @ApiResponse(responseCode = "201", description = "It is new, or a new version of one that was known.")
    @ApiResponse(responseCode = "400", description = "The body is not one JSON object.")
    @ApiResponse(responseCode = "404", description = "No live authority of this login's is called so.")
    @ApiResponse(responseCode = "413", description = "The body is too long.")
    @ApiResponse(responseCode = "415", description = "The body is not application/json.")
    @ApiResponse(responseCode = "422", description = "Fields are wrong; errors names each.")
    @PostMapping(
            path = "/api/v1/{authority}/requests",
            // a page of another site can send anything but this without asking the browser first
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Taken> push(@PathVariable("authority") String authority, HttpServletRequest request)
            throws IOException {
        Authority whose = sight.pack(authority)
                .map(Pack::authority)
                .orElseThrow(
                        () -> new ApiProblem(HttpStatus.NOT_FOUND, "No live authority of this login's is called so."));
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "A request is at most " + MOST_BYTES + " bytes.");
        }
        Result result = pushed.take(whose, by(sight.viewer()), body);
        if (result instanceof Result.Taken taken) {
            return taken(whose, taken);
        }
        throw problem(result);
    }

    private static ApiProblem problem(Result result) {
        if (result instanceof Result.Refused refused) {
            return new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The request was not taken in. Mend the fields named and send it again.",
                    refused.problems().stream()
                            .map(each -> new ApiProblem.FieldError(each.field(), each.problem()))
                            .toList());
        }
        return result instanceof Result.Malformed malformed
                ? new ApiProblem(HttpStatus.BAD_REQUEST, malformed.problem())
                : new ApiProblem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Others are sending the same just now. Send it again in a while; it is taken in once.");
    }

    private ResponseEntity<Taken> taken(Authority authority, Result.Taken taken) {
        KnownRequests.Known request =
                known.find(authority, taken.source(), taken.sourceId()).orElseThrow();
        String reference = request.reference().value();
        return ResponseEntity.status(taken.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/v1/requests/" + reference))
                .body(new Taken(reference, request.state().label()));
    }

    /** Who hands it over, as a name may have it. */
    private static String by(Viewer viewer) {
        return viewer.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
