package org.stepbridge.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.stepbridge.access.StoredUsers.StoredUser;
import org.stepbridge.casework.Logins;

/** Keeps count of wrong passwords, and says in the audit who came in. */
class LoginWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LoginWatch.class);

    private final Logins logins;
    private final LoginSettings settings;

    LoginWatch(Logins logins, LoginSettings settings) {
        this.logins = logins;
        this.settings = settings;
    }

    /** A token that is not good is nobody's wrong password, and its text must not be taken for a name. */
    @EventListener
    void wrong(AuthenticationFailureBadCredentialsEvent event) {
        if (event.getAuthentication() instanceof UsernamePasswordAuthenticationToken tried) {
            wrong(StoredUsers.name(tried.getName()));
        }
    }

    /** A wrong password was given for this login. */
    void wrong(String name) {
        if (logins.failed(name, settings.wrongPasswords(), settings.lockedFor())) {
            LOG.warn(
                    "A login is locked for {} after {} wrong passwords; the audit says which.",
                    settings.lockedFor(),
                    settings.wrongPasswords());
        }
    }

    /** Whoever comes in by a provider may be called like a login here, and says nothing about its password. */
    @EventListener
    void right(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof StoredUser user) {
            logins.right(user.getUsername());
        }
    }

    /** Somebody came in by a page; programs log in with every request, and what they do is in the audit itself. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        logins.signedIn(event.getAuthentication().getName());
    }
}
