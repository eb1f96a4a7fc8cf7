package org.stepbridge.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Says no in one plain sentence, without a page, so that a refused request costs nothing and shows nothing. */
final class Refusal {
    private Refusal() {}

    /** Answers 403 with this sentence. It must hold nothing from the request. */
    static void write(HttpServletResponse response, String sentence) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().println(sentence);
    }
}
