package org.stepbridge.access;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.LoggedIn;
import org.stepbridge.casework.Viewer;

/** Whom Spring Security knows the request to come from. */
@Component
class SecurityLoggedIn implements LoggedIn {

    @Override
    public Optional<Viewer> viewer() {
        Authentication somebody = SecurityContextHolder.getContext().getAuthentication();
        return somebody == null || !somebody.isAuthenticated() || somebody instanceof AnonymousAuthenticationToken
                ? Optional.empty()
                : Optional.of(Grants.viewer(somebody));
    }
}
