package org.stepbridge.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stepbridge.access.StoredUsers.StoredUser;

/** Ends a session, on whatever node it is, as soon as its login was disabled or given other roles or another password. */
class StillWelcome extends OncePerRequestFilter {
    private final UserDetailsService users;
    private final Set<String> looks;

    /** @param looks addresses that are everybody's and not worth the question */
    StillWelcome(UserDetailsService users, Set<String> looks) {
        this.users = users;
        this.looks = looks;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return looks.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain others)
            throws ServletException, IOException {
        Authentication somebody = SecurityContextHolder.getContext().getAuthentication();
        if (somebody == null || !(somebody.getPrincipal() instanceof StoredUser user) || isStill(user)) {
            others.doFilter(request, response);
            return;
        }
        SignedOut.end(request, response);
    }

    private boolean isStill(StoredUser user) {
        try {
            UserDetails now = users.loadUserByUsername(user.getUsername());
            return now.isEnabled() && Set.copyOf(now.getAuthorities()).equals(Set.copyOf(user.getAuthorities()));
        } catch (UsernameNotFoundException gone) {
            return false;
        }
    }
}
