package org.stepbridge.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session when nobody has asked for anything for as long as a session may idle; what pages ask by themselves is nobody. */
class IdleSession extends OncePerRequestFilter {
    private static final String LAST_SEEN = IdleSession.class.getName() + ".lastSeen";

    private final Clock clock;
    private final Set<String> looks;

    /** @param looks addresses that belong to a page and are no sign of anybody */
    IdleSession(Clock clock, Set<String> looks) {
        this.clock = clock;
        this.looks = looks;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return looks.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain others)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && isOver(session)) {
            SignedOut.end(request, response);
            return;
        }
        if (session != null && !Rule.isPoll(request)) {
            session.setAttribute(LAST_SEEN, clock.instant());
        }
        others.doFilter(request, response);
    }

    private boolean isOver(HttpSession session) {
        return session.getMaxInactiveInterval() > 0
                && session.getAttribute(LAST_SEEN) instanceof Instant seen
                && !clock.instant().isBefore(seen.plusSeconds(session.getMaxInactiveInterval()));
    }
}
