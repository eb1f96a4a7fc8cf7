package org.stepbridge.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away whoever is not at the machine itself. A proxy on the machine would make everybody look local, so whatever
 * one has passed on is turned away too.
 */
class LoopbackOnly extends OncePerRequestFilter {
    private static final List<IpAddressMatcher> LOOPBACK =
            List.of(new IpAddressMatcher("127.0.0.0/8"), new IpAddressMatcher("::1"));
    private static final List<String> SIGNS_OF_A_PROXY =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String from = request.getRemoteAddr();
        if (LOOPBACK.stream().noneMatch(loopback -> loopback.matches(from))) {
            Refusal.write(
                    response,
                    "Stepbridge has no logins yet, so it shows its pages only on the machine it runs on."
                            + " Open them there, or through an SSH tunnel to it.");
        } else if (SIGNS_OF_A_PROXY.stream().anyMatch(header -> request.getHeader(header) != null)) {
            Refusal.write(
                    response,
                    "Stepbridge has no logins yet, so it answers no proxy, which would show its pages to others."
                            + " Open them directly on the machine it runs on.");
        } else {
            chain.doFilter(request, response);
        }
    }
}
