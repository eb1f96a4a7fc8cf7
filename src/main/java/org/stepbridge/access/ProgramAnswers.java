package org.stepbridge.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What a program gets that may not do what it asked for: problem details (RFC 9457). */
final class ProgramAnswers {
    private ProgramAnswers() {}

    static AuthenticationEntryPoint whoAreYou() {
        return (request, response, why) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Stepbridge\", charset=\"UTF-8\"");
            write(response, HttpStatus.UNAUTHORIZED, "Send name and password with HTTP Basic.");
        };
    }

    static AccessDeniedHandler mayNot() {
        return (request, response, why) ->
                write(response, HttpStatus.FORBIDDEN, "This login may not do that, or there is nothing of that name.");
    }

    private static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .print("{\"type\":\"about:blank\",\"title\":\"" + status.getReasonPhrase() + "\",\"status\":"
                        + status.value() + ",\"detail\":\"" + detail + "\"}");
    }
}
