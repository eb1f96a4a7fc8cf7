package org.stepbridge.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What programs get when something is wrong: problem details (RFC 9457). */
final class Problems {
    private Problems() {}

    static ResponseEntity<ProblemDetail> answer(HttpStatus status, String detail) {
        return answer(status, detail, List.of());
    }

    /** @param errors what is wrong with which field; none for something else */
    static ResponseEntity<ProblemDetail> answer(HttpStatus status, String detail, List<Map<String, String>> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
