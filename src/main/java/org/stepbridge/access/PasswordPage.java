package org.stepbridge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stepbridge.casework.LoggedIn;
import org.stepbridge.casework.Logins;
import org.stepbridge.casework.Logins.Login;

/** Where people with a login of the program's own choose their password. */
@Controller
@ConditionalOnWebApplication
class PasswordPage {
    static final String ADDRESS = "/password";

    private final Logins logins;
    private final PasswordEncoder encoder;
    private final UserDetailsService users;
    private final LoginWatch watch;
    private final LoggedIn loggedIn;

    PasswordPage(
            Logins logins, PasswordEncoder encoder, UserDetailsService users, LoginWatch watch, LoggedIn loggedIn) {
        this.logins = logins;
        this.encoder = encoder;
        this.users = users;
        this.watch = watch;
        this.loggedIn = loggedIn;
    }

    @GetMapping(ADDRESS)
    String password(Model model) {
        model.addAttribute("oneTime", login().oneTime());
        return "password";
    }

    @PostMapping(ADDRESS)
    String change(
            @RequestParam("current") String current,
            @RequestParam("chosen") String chosen,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Login login = login();
        // Somebody at a screen left alone may guess no oftener than at the door.
        if (!users.loadUserByUsername(login.name()).isAccountNonLocked()) {
            return again(login, "current", "You gave a wrong password too often. Try again in a while", model);
        }
        if (!encoder.matches(current, login.hash())) {
            watch.wrong(login.name());
            return again(login, "current", "Your current password is not right", model);
        }
        Optional<String> problem = encoder.matches(chosen, login.hash())
                ? Optional.of("Choose a password other than your current one")
                : Passwords.problem(chosen, login.name());
        if (problem.isPresent()) {
            return again(login, "chosen", problem.get(), model);
        }
        if (!logins.choose(login.name(), login.hash(), encoder.encode(chosen))) {
            return again(login, "current", "Your password was changed in another window meanwhile", model);
        }
        comeInAnew(login.name(), request, response);
        return "redirect:/";
    }

    private String again(Login login, String field, String problem, Model model) {
        model.addAttribute("oneTime", login.oneTime());
        model.addAttribute("field", field);
        model.addAttribute("problem", problem);
        return "password";
    }

    /** The login of whoever is here; whoever logs in elsewhere has no password here. */
    private Login login() {
        return logins.find(loggedIn.required().name())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Now with all rights, and under a new session id. */
    private void comeInAnew(String name, HttpServletRequest request, HttpServletResponse response) {
        UserDetails user = users.loadUserByUsername(name);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }
}
