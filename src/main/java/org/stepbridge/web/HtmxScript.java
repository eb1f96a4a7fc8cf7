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

/** The only script of the pages: it asks for counts anew. Without it every page works as well, when it is loaded again. */
@Controller
class HtmxScript {
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final byte[] script;

    HtmxScript() throws IOException {
        String path = new WebJarVersionLocator().fullPath("htmx.org", "dist/htmx.min.js");
        try (InputStream in = path == null ? null : getClass().getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without the script of its pages");
            }
            script = in.readAllBytes();
        }
    }

    /** The script; a browser asks again after a day. */
    @GetMapping("/htmx.js")
    ResponseEntity<byte[]> script() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(script);
    }
}
