package org.stepbridge.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A program asked for something that cannot be done; {@link ApiProblems} tells it. */
final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String detail;
    private final transient List<FieldError> errors;

    /**
     * What is wrong with a field, without its value.
     *
     * @param field its name in the body, such as {@code child/dateOfBirth}; empty for the whole
     */
    record FieldError(String field, String problem) {}

    /** @param detail one sentence without anything that was sent */
    ApiProblem(HttpStatus status, String detail) {
        this(status, detail, List.of());
    }

    /** @param errors what is wrong with which field; none for something else */
    ApiProblem(HttpStatus status, String detail, List<FieldError> errors) {
        super(detail);
        this.status = status;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    static ApiProblem notThere(String what) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "No " + what + " that this login may see is called so.");
    }

    HttpStatus status() {
        return status;
    }

    String detail() {
        return detail;
    }

    List<FieldError> errors() {
        return errors;
    }
}
