package org.stepbridge.access;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Role;

/**
 * What the forms about logins send.
 *
 * @param key the same for the same form
 * @param seen the version of the login that was seen
 */
record LoginForm(
        @Nullable UUID key,
        @Nullable Integer seen,
        @Nullable String reason,
        @Nullable String name,
        @Nullable List<String> roles,
        @Nullable List<String> authorities) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    /** What is wrong with what somebody is to be, in a sentence. */
    Optional<String> problem() {
        if (chosenRoles().isEmpty()) {
            return Optional.of("Choose one role or more");
        }
        return chosenAuthorities().isEmpty() ? Optional.of("Choose one authority or more") : Optional.empty();
    }

    /** The name of a new login; empty when it cannot be one. */
    Optional<String> newName() {
        return Optional.of(text(name).toLowerCase(Locale.ROOT))
                .filter(lower -> NAME.matcher(lower).matches());
    }

    /** The version that was seen; of a login that is to be made, none. */
    int version() {
        return seen == null ? 0 : seen;
    }

    String why() {
        return text(reason);
    }

    Set<Role> chosenRoles() {
        return all(roles).stream().flatMap(label -> Role.of(label).stream()).collect(Collectors.toSet());
    }

    Set<String> chosenAuthorities() {
        return all(authorities).stream().filter(each -> !each.isBlank()).collect(Collectors.toSet());
    }

    private static Collection<String> all(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
