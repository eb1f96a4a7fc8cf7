package org.stepbridge.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.stepbridge.casework.KeptLogins;
import org.stepbridge.casework.KeptLogins.Change;
import org.stepbridge.casework.KeptLogins.Kept;
import org.stepbridge.casework.KeptLogins.Result;
import org.stepbridge.casework.KeptLogins.What;
import org.stepbridge.casework.LoggedIn;
import org.stepbridge.casework.Logins.Login;
import org.stepbridge.casework.Logins.Standing;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Role;
import org.stepbridge.casework.Viewer;

/** Where the IT team looks after the logins that the program keeps itself. */
@Controller
@ConditionalOnWebApplication
class LoginsPage {
    private static final String ADDRESS = "/logins";
    /** More than a council has that keeps logins here and not with its provider. */
    private static final int MOST = 1000;

    private final KeptLogins logins;
    private final LoggedIn loggedIn;
    private final Packs packs;
    private final PasswordEncoder encoder;
    private final Clock clock;

    LoginsPage(KeptLogins logins, LoggedIn loggedIn, Packs packs, PasswordEncoder encoder, Clock clock) {
        this.logins = logins;
        this.loggedIn = loggedIn;
        this.packs = packs;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** A login in the list, in words. */
    record Row(long id, String name, String roles, String authorities, String standing, boolean own) {}

    /** Something to choose. */
    record Choice(String value, String title, boolean chosen) {}

    /**
     * What somebody is told of what they did.
     *
     * @param password a one-time password, told this once; empty for none
     */
    record Told(boolean done, String text, String password) {}

    /** A key for each form about a login, so that it is done once however often it is sent. */
    record Keys(UUID grant, UUID password, UUID unlock, UUID disable) {
        static Keys fresh() {
            return new Keys(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        }
    }

    @GetMapping(ADDRESS)
    String list(Model model) {
        Viewer viewer = loggedIn.required();
        Map<String, String> titles = titles();
        model.addAttribute(
                "rows",
                logins.all(viewer, MOST).stream()
                        .map(kept -> row(kept, viewer, titles))
                        .toList());
        model.addAttribute("roles", roles(Set.of()));
        model.addAttribute("authorities", authorities(viewer, Set.of()));
        model.addAttribute("key", UUID.randomUUID());
        return "logins";
    }

    @GetMapping(ADDRESS + "/{id}")
    String one(@PathVariable("id") long id, Model model) {
        Viewer viewer = loggedIn.required();
        Kept kept = theirs(id);
        model.addAttribute("row", row(kept, viewer, titles()));
        model.addAttribute("seen", kept.version());
        model.addAttribute("locked", locked(kept.login()));
        model.addAttribute("disabled", kept.login().standing() == Standing.DISABLED);
        model.addAttribute("roles", roles(kept.login().roles()));
        model.addAttribute("authorities", authorities(viewer, kept.login().authorities()));
        model.addAttribute("keys", Keys.fresh());
        return "one-login";
    }

    @PostMapping(ADDRESS)
    String make(@ModelAttribute LoginForm form, RedirectAttributes page) {
        Optional<String> name = form.newName();
        Optional<String> problem = name.isEmpty()
                ? Optional.of("Enter a name of 2 to 64 letters a to z, digits, full stops, hyphens, underscores and @")
                : form.problem();
        if (problem.isPresent()) {
            page.addFlashAttribute("told", new Told(false, problem.get() + ".", ""));
            return "redirect:" + ADDRESS;
        }
        String password = Passwords.oneTime();
        return change(
                0,
                form,
                new KeptLogins.Make(
                        name.orElseThrow(), encoder.encode(password), form.chosenRoles(), form.chosenAuthorities()),
                password,
                page);
    }

    @PostMapping(ADDRESS + "/{id}/grant")
    String grant(@PathVariable("id") long id, @ModelAttribute LoginForm form, RedirectAttributes page) {
        theirs(id);
        if (form.problem().isPresent()) {
            page.addFlashAttribute("told", new Told(false, form.problem().get() + ".", ""));
            return "redirect:" + ADDRESS + "/" + id;
        }
        return change(id, form, new KeptLogins.Grant(form.chosenRoles(), form.chosenAuthorities()), "", page);
    }

    @PostMapping(ADDRESS + "/{id}/give-password")
    String givePassword(@PathVariable("id") long id, @ModelAttribute LoginForm form, RedirectAttributes page) {
        String password = Passwords.oneTime();
        return change(id, form, new KeptLogins.GivePassword(encoder.encode(password)), password, page);
    }

    @PostMapping(ADDRESS + "/{id}/unlock")
    String unlock(@PathVariable("id") long id, @ModelAttribute LoginForm form, RedirectAttributes page) {
        return change(id, form, new KeptLogins.Unlock(), "", page);
    }

    @PostMapping(ADDRESS + "/{id}/disable")
    String disable(@PathVariable("id") long id, @ModelAttribute LoginForm form, RedirectAttributes page) {
        return change(id, form, new KeptLogins.Disable(), "", page);
    }

    private String change(long id, LoginForm form, What what, String password, RedirectAttributes page) {
        if (!(what instanceof KeptLogins.Make)) {
            theirs(id);
        }
        if (form.key() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Result result =
                logins.change(new Change(form.key(), loggedIn.required(), id, form.version(), form.why(), what));
        if (result instanceof KeptLogins.NotTheirs) {
            throw notThere();
        }
        page.addFlashAttribute("told", told(result, password));
        if (result instanceof KeptLogins.Done done) {
            return "redirect:" + ADDRESS + "/" + done.id();
        }
        return "redirect:" + (what instanceof KeptLogins.Make ? ADDRESS : ADDRESS + "/" + id);
    }

    private Kept theirs(long id) {
        return logins.find(id, loggedIn.required()).orElseThrow(LoginsPage::notThere);
    }

    private static Told told(Result result, String password) {
        if (result instanceof KeptLogins.Done) {
            return new Told(
                    true,
                    password.isEmpty()
                            ? "The login is changed. Whoever is signed in by it must sign in again if this concerns them."
                            : "Hand over this one-time password. It is shown this once only.",
                    password);
        } else if (result instanceof KeptLogins.DoneBefore) {
            return new Told(true, "This was done already, once only. A password is shown once only.", "");
        } else if (result instanceof KeptLogins.Impossible impossible) {
            return new Told(false, impossible.why(), "");
        }
        return new Told(false, "Somebody else changed this login meanwhile. Look at it as it stands now.", "");
    }

    private Row row(Kept kept, Viewer viewer, Map<String, String> titles) {
        Login login = kept.login();
        return new Row(
                kept.id(),
                login.name(),
                String.join(
                        ", ",
                        login.roles().stream().map(LoginsPage::title).sorted().toList()),
                String.join(
                        ", ",
                        login.authorities().stream()
                                .map(each -> titles.getOrDefault(each, each))
                                .sorted()
                                .toList()),
                standing(login),
                login.name().equals(viewer.name()));
    }

    private String standing(Login login) {
        return switch (login.standing()) {
            case DISABLED -> "Disabled";
            case ONE_TIME -> locked(login) ? "Locked" : "Waits for its first sign-in";
            case OWN -> locked(login) ? "Locked" : "In use";
        };
    }

    private boolean locked(Login login) {
        return login.lockedUntil() != null && login.lockedUntil().isAfter(clock.instant());
    }

    private static List<Choice> roles(Set<Role> chosen) {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.label(), title(role), chosen.contains(role)))
                .toList();
    }

    /** What may be given: the giver's own authorities, and what the login has already. */
    private List<Choice> authorities(Viewer viewer, Set<String> chosen) {
        Map<String, String> titles = titles();
        List<String> names = new ArrayList<>(chosen);
        titles.keySet().stream()
                .filter(viewer::sees)
                .filter(each -> !chosen.contains(each))
                .forEach(names::add);
        return names.stream()
                .map(each -> new Choice(each, titles.getOrDefault(each, each), chosen.contains(each)))
                .sorted(Comparator.comparing((Choice each) -> !each.value().equals(Viewer.EVERY))
                        .thenComparing(Choice::title))
                .toList();
    }

    private Map<String, String> titles() {
        Map<String, String> titles = new TreeMap<>();
        packs.live().forEach(pack -> titles.put(pack.authority().name(), pack.title()));
        titles.put(Viewer.EVERY, "Every authority");
        return titles;
    }

    private static String title(Role role) {
        return switch (role) {
            case BUSINESS_SUPPORT -> "Business support";
            case LOCALITY_MANAGER -> "Locality manager";
            case HUB -> "Evidence based hub";
            case MASH -> "MASH";
            case MANAGER -> "Manager";
            case IT -> "IT";
        };
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
