package org.stepbridge.access;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.stepbridge.casework.Logins;
import org.stepbridge.casework.Logins.Login;
import org.stepbridge.casework.Logins.Standing;
import org.stepbridge.casework.Role;
import org.stepbridge.casework.Viewer;

/**
 * Makes a login for each role at the first start, and prints their one-time passwords; and again at each start until
 * somebody has chosen a password, so that a lost print-out locks nobody out.
 */
class FirstLogins {
    private static final int NAME_WIDTH = 18;

    private final Logins logins;
    private final PasswordEncoder encoder;
    private final PrintStream console;

    FirstLogins(Logins logins, PasswordEncoder encoder, PrintStream console) {
        this.logins = logins;
        this.encoder = encoder;
        this.console = console;
    }

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        if (!logins.unused()) {
            return;
        }
        List<Login> made = new ArrayList<>();
        StringBuilder lines = new StringBuilder("One-time passwords, shown once, to be changed when first used:\n");
        for (Role role : Role.values()) {
            String password = Passwords.oneTime();
            made.add(new Login(
                    role.label(),
                    encoder.encode(password),
                    Set.of(role),
                    Set.of(Viewer.EVERY),
                    Standing.ONE_TIME,
                    null));
            lines.append("  ")
                    .append(role.label())
                    .append(" ".repeat(NAME_WIDTH - role.label().length()))
                    .append(password)
                    .append('\n');
        }
        logins.make(made, "stepbridge");
        // Not through the log, whose files are kept and shipped.
        console.print(lines);
        console.flush();
    }
}
