package org.stepbridge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells a browser that its session is over: a person by the sign-in page, a page that asks by itself by a notice in it. */
final class SignedOut {
    /** Tells htmx to ask no more. */
    private static final int STOP_ASKING = 286;

    private SignedOut() {}

    /** Whether the notice is what this request can show. */
    static boolean isNoticed(HttpServletRequest request) {
        return Rule.isPoll(request) && request.getHeader("HX-Request") != null;
    }

    /** Ends the session, if there is one, and says so. */
    static void end(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        tell(request, response);
    }

    static void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = request.getContextPath() + LoginPage.ADDRESS + "?ended";
        if (!isNoticed(request)) {
            response.sendRedirect(address);
            return;
        }
        response.setStatus(STOP_ASKING);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .print(
                        "<div id=\"live\" class=\"app-live\"><p class=\"govuk-body app-live__words\">You have been signed out."
                                + " <a class=\"govuk-link\" href=\"" + address + "\">Sign in again</a></p></div>"
                                + "<p id=\"news\" hx-swap-oob=\"innerHTML\">You have been signed out.</p>");
    }
}
