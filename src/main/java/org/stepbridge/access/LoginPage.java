package org.stepbridge.access;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stepbridge.casework.LoggedIn;

/** Where people sign in. */
@Controller
@ConditionalOnWebApplication
class LoginPage {
    static final String ADDRESS = "/login";

    private final LoginSettings settings;
    private final List<Provider> providers;
    private final LoggedIn loggedIn;

    /** Another place to sign in at. */
    record Provider(String title, String address) {}

    LoginPage(LoginSettings settings, ObjectProvider<ClientRegistrationRepository> clients, LoggedIn loggedIn) {
        this.settings = settings;
        this.providers = clients.stream()
                .filter(Iterable.class::isInstance)
                .flatMap(all -> StreamSupport.stream(((Iterable<?>) all).spliterator(), false))
                .map(ClientRegistration.class::cast)
                .map(client ->
                        new Provider(client.getClientName(), "/oauth2/authorization/" + client.getRegistrationId()))
                .toList();
        this.loggedIn = loggedIn;
    }

    /** The page says why somebody is on it: {@code ?wrong}, {@code ?elsewhere}, {@code ?ended} or {@code ?left}. */
    @GetMapping(ADDRESS)
    String login(@RequestParam Map<String, String> why, Model model) {
        if (loggedIn.viewer().isPresent()) {
            return "redirect:/";
        }
        model.addAttribute("why", why.keySet().stream().findFirst().orElse(""));
        model.addAttribute("local", settings.local());
        model.addAttribute("providers", providers);
        return "login";
    }
}
