package org.stepbridge.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells programs what went wrong as problem details (RFC 9457), whether a guard, Spring or we ourselves found it. The words
 * are ours and hold nothing of the request: an exception's text may quote it.
 */
class ApiProblems implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);
    private static final List<String> PROGRAMS = List.of("/api/", "/v3/", "/actuator/prometheus");
    private static final String SECONDS_TO_WAIT = "10";

    /** The problem as it is sent. */
    record Body(
            String type,
            String title,
            int status,
            String detail,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ApiProblem.FieldError> errors) {}

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        String address =
                request.getRequestURI().substring(request.getContextPath().length());
        if (response.isCommitted() || PROGRAMS.stream().noneMatch(address::startsWith)) {
            return null;
        }
        HttpStatus status = ApiStatus.of(exception);
        if (status.is5xxServerError()) {
            tell(status, exception);
        }
        headers(exception, response);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        write(response, body(status, exception));
        return new ModelAndView();
    }

    private static void tell(HttpStatus status, Exception exception) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            LOG.warn("The API could not answer: the database was away or too busy. The caller may ask again.");
        } else {
            LOG.error(
                    "The API could not answer. The caller was told so without the reason, and may ask again.",
                    exception);
        }
    }

    /** Such as the methods that an address knows. */
    private static void headers(Exception exception, HttpServletResponse response) {
        if (exception instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        }
    }

    private static Body body(HttpStatus status, Exception exception) {
        Optional<ApiProblem> ours = exception instanceof ApiProblem problem ? Optional.of(problem) : Optional.empty();
        return new Body(
                "about:blank",
                status.getReasonPhrase(),
                status.value(),
                ours.map(ApiProblem::detail).orElseGet(() -> ApiStatus.words(status, exception)),
                ours.map(ApiProblem::errors).orElse(List.of()));
    }

    private static void write(HttpServletResponse response, Body body) {
        response.setStatus(body.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException("the caller is gone", e);
        }
    }
}
