package org.stepbridge.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.webjars.WebJarVersionLocator;

/**
 * The GOV.UK Frontend styles without their fonts, which are for GOV.UK only: while our own styles are still on their way, a
 * browser would ask for them.
 */
@Controller
class FrontendStylesheet {
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final String css;

    FrontendStylesheet() throws IOException {
        String path = new WebJarVersionLocator().fullPath("govuk-frontend", "dist/govuk/govuk-frontend.min.css");
        try (InputStream in = path == null ? null : getClass().getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without the styles of its pages");
            }
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("@font-face\\{[^}]*\\}", "");
        }
    }

    /** The styles; a browser asks again after a day. */
    @GetMapping("/govuk-frontend.css")
    ResponseEntity<String> styles() {
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(css);
    }
}
