package org.stepbridge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
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

    RequestsApi(PushedRequests pushed, KnownRequests known, Sight sight) {
        this.pushed = pushed;
        this.known = known;
        this.sight = sight;
    }

    /**
     * 201 when the request is new or changed, 200 when it is a repeat, each with its reference; 422 with what is wrong with
     * which field. Whatever is not answered with 2xx or 4xx may be pushed again.
     */
    @PostMapping("/api/v1/{authority}/requests")
    ResponseEntity<?> push(@PathVariable String authority, HttpServletRequest request) throws IOException {
        Optional<Pack> pack = sight.pack(authority);
        if (pack.isEmpty()) {
            return Problems.answer(HttpStatus.NOT_FOUND, "No live authority of this login's is called so.");
        }
        // a page of another site can send anything but this without asking the browser first
        if (!isJson(request.getContentType())) {
            return Problems.answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return Problems.answer(HttpStatus.CONTENT_TOO_LARGE, "A request is at most " + MOST_BYTES + " bytes.");
        }
        Authority whose = pack.get().authority();
        Result result = pushed.take(whose, by(sight.viewer()), body);
        if (result instanceof Result.Taken taken) {
            return taken(whose, taken);
        }
        if (result instanceof Result.Refused refused) {
            return Problems.answer(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The request was not taken in. Mend the fields named and send it again.",
                    refused.problems().stream()
                            .map(each -> Map.of("field", each.field(), "problem", each.problem()))
                            .toList());
        }
        return Problems.answer(HttpStatus.BAD_REQUEST, ((Result.Malformed) result).problem());
    }

    private ResponseEntity<?> taken(Authority authority, Result.Taken taken) {
        KnownRequests.Known request =
                known.find(authority, taken.source(), taken.sourceId()).orElseThrow();
        String reference = request.reference().value();
        return ResponseEntity.status(taken.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/v1/requests/" + reference))
                .body(Map.of("reference", reference, "state", request.state().label()));
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Who hands it over, as a name may have it. */
    private static String by(Viewer viewer) {
        return viewer.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
