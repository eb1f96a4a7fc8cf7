package org.stepbridge.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.stepbridge.casework.CaseFiles;
import org.stepbridge.casework.Overview;
import org.stepbridge.casework.Overview.RequestLine;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.RequestFilter;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;

/** What programs read: requests in a list, found by words, and one with all about it, which is audited as a view. */
@RestController
class ReadApi {
    static final int PAGE = 100;
    private static final String LIST = "/api/v1/requests";

    private final Overview overview;
    private final CaseFiles files;
    private final Sight sight;

    ReadApi(Overview overview, CaseFiles files, Sight sight) {
        this.overview = overview;
        this.files = files;
        this.sight = sight;
    }

    /**
     * What to look for.
     *
     * @param words a reference, ids or parts of a name; they come in a body, as no name may stand in an address
     */
    record Wanted(@Nullable String words) {}

    /**
     * Requests, urgent ones first, then in the order they came in; all without a filter.
     *
     * @param page where the page begins, as {@code next} of the page before has it
     */
    @Operation(
            operationId = "list",
            summary = "Requests, page by page",
            description = "Urgent ones first, then in the order they came in; all without a filter. No personal data.")
    @ApiResponse(
            responseCode = "404",
            description = "No authority, state or request that this login may see is called so.")
    @GetMapping(path = LIST, produces = MediaType.APPLICATION_JSON_VALUE)
    ApiList list(
            @Parameter(description = "Only those of this one, by the name of its pack.")
                    @RequestParam(name = "authority", defaultValue = "")
                    String authority,
            @Parameter(
                            description = "Only those in this state.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "received",
                                                "waiting-for-evidence",
                                                "held",
                                                "returned",
                                                "allocated",
                                                "queued-for-hub",
                                                "mash-pending",
                                                "sent-to-mash",
                                                "closed"
                                            }))
                    @RequestParam(name = "state", defaultValue = "")
                    String state,
            @Parameter(description = "Only those of this type, such as step-up.")
                    @RequestParam(name = "type", defaultValue = "")
                    String type,
            @Parameter(description = "Only the one of this reference.")
                    @RequestParam(name = "reference", defaultValue = "")
                    String reference,
            @Parameter(description = "Where the page begins: follow next of the page before.")
                    @RequestParam(name = "page", defaultValue = "")
                    String page) {
        List<Authority> authorities = authority.isEmpty()
                ? sight.authorities()
                : List.of(
                        sight.pack(authority).map(Pack::authority).orElseThrow(() -> ApiProblem.notThere("authority")));
        Set<RequestState> states = state.isEmpty()
                ? Set.of()
                : EnumSet.of(RequestState.named(state).orElseThrow(() -> ApiProblem.notThere("state")));
        if (!reference.isEmpty()) {
            return ApiList.of(
                    overview.search(authorities, reference(reference).value(), PAGE).stream()
                            .filter(line -> line.reference().value().equals(reference))
                            .filter(line -> states.isEmpty() || states.contains(line.state()))
                            .filter(line -> type.isEmpty() || line.type().equals(type))
                            .toList(),
                    null);
        }
        List<RequestLine> lines = overview.requests(
                new RequestFilter(authorities, states, "", type, ""),
                page.isEmpty() ? null : reference(page),
                PAGE + 1);
        return lines.size() <= PAGE
                ? ApiList.of(lines, null)
                : ApiList.of(lines.subList(0, PAGE), next(authority, state, type, lines.get(PAGE - 1)));
    }

    /** The latest requests that all of these words name. */
    @Operation(
            operationId = "search",
            summary = "The latest requests that all of some words name",
            description =
                    "A reference, ids or parts of a name. They come in the body: no name may stand in an address.")
    @ApiResponse(responseCode = "400", description = "The body is not JSON with the field words.")
    @ApiResponse(responseCode = "415", description = "The body is not application/json.")
    @PostMapping(
            path = LIST + "/search",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ApiList search(@RequestBody Wanted wanted) {
        String words = wanted.words();
        if (words == null || words.isBlank()) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "Send what to look for as the field words.");
        }
        return ApiList.of(overview.search(sight.authorities(), words, PAGE), null);
    }

    /** Everything about one request. That it was looked at is in the audit. */
    @Operation(
            operationId = "request",
            summary = "Everything about one request",
            description =
                    "Decision with reasons and clauses, evidence, deliveries, clocks and timeline. Audited as a view.")
    @ApiResponse(responseCode = "404", description = "No request that this login may see is called so.")
    @GetMapping(path = LIST + "/{reference}", produces = MediaType.APPLICATION_JSON_VALUE)
    ApiRequest request(@PathVariable("reference") String text) {
        return files.open(reference(text), sight.authorities(), sight.viewer().actor())
                .map(ApiRequest::of)
                .orElseThrow(() -> ApiProblem.notThere("request"));
    }

    private static String next(String authority, String state, String type, RequestLine last) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(LIST);
        Stream.of(
                        new String[] {"authority", authority},
                        new String[] {"state", state},
                        new String[] {"type", type},
                        new String[] {"page", last.reference().value()})
                .filter(field -> !field[1].isEmpty())
                .forEach(field -> address.queryParam(field[0], field[1]));
        return address.encode().toUriString();
    }

    private static Reference reference(String text) {
        return Reference.read(text).orElseThrow(() -> ApiProblem.notThere("request"));
    }
}
