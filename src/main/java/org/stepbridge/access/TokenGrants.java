package org.stepbridge.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.stepbridge.casework.Role;

/** What an OpenID provider's token says that somebody is. Whom it gives no role may do nothing. */
class TokenGrants implements GrantedAuthoritiesMapper {
    private final LoginSettings.OpenId settings;

    TokenGrants(LoginSettings.OpenId settings) {
        this.settings = settings;
    }

    @Override
    public Collection<? extends GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> granted) {
        return granted.stream()
                .filter(OidcUserAuthority.class::isInstance)
                .flatMap(grant -> of(((OidcUserAuthority) grant).getAttributes()).stream())
                .collect(Collectors.toSet());
    }

    /** What these claims of a token say. */
    Set<GrantedAuthority> of(Map<String, Object> claims) {
        Set<Role> roles = words(claims, settings.rolesClaim()).stream()
                .flatMap(label -> Role.of(label).stream())
                .collect(Collectors.toSet());
        Set<String> authorities = new HashSet<>(settings.authorities());
        authorities.addAll(words(claims, settings.authoritiesClaim()));
        return Grants.of(roles, authorities);
    }

    /** A claim with one value may come as a text, one with several as a list. */
    private static List<String> words(Map<String, Object> claims, String claim) {
        Object value = claims.get(claim);
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value instanceof String one ? List.of(one.strip().split("[\\s,]+")) : List.of();
    }
}
