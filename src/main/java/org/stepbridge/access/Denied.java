package org.stepbridge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What somebody with a browser gets who may not do what was asked for. */
class Denied implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        // The request knows its user only behind the filter that looks for forged forms.
        Authentication somebody = SecurityContextHolder.getContext().getAuthentication();
        if (somebody == null) {
            // A form that was sent after its session had ended: its token is no longer known.
            response.sendRedirect(request.getContextPath() + LoginPage.ADDRESS + "?ended");
        } else if (Grants.mustChange(somebody)) {
            response.sendRedirect(request.getContextPath() + PasswordPage.ADDRESS);
        } else {
            // Whether something is there is nobody's business who may not open it.
            response.sendError(
                    HttpMethod.GET.matches(request.getMethod())
                            ? HttpServletResponse.SC_NOT_FOUND
                            : HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
