package org.stepbridge.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;

/**
 * Takes the tokens that programs get from the OpenID providers which people sign in with. A token must be signed by the
 * provider, in time, made out to us and no proof of somebody's sign-in; its claims are read as those of a person are.
 */
final class BearerTokens {
    private static final Set<SignatureAlgorithm> SIGNED =
            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

    private static final List<String> KINDS = List.of("JWT", "at+jwt");

    private final Map<String, AuthenticationManager> issuers = new HashMap<>();

    /** @param clients the providers; one whose issuer is not known takes part in signing in only */
    BearerTokens(ObjectProvider<ClientRegistrationRepository> clients, LoginSettings settings, TokenGrants grants) {
        clients.stream()
                .filter(Iterable.class::isInstance)
                .flatMap(all -> StreamSupport.stream(((Iterable<?>) all).spliterator(), false))
                .map(ClientRegistration.class::cast)
                .forEach(client -> add(client, settings.openid().audience(), grants));
    }

    /** Whether there is any provider whose tokens are taken. */
    boolean taken() {
        return !issuers.isEmpty();
    }

    JwtIssuerAuthenticationManagerResolver byIssuer() {
        return new JwtIssuerAuthenticationManagerResolver(issuer -> issuers.getOrDefault(issuer, unknown -> {
            throw new InvalidBearerTokenException("the token is of an issuer that is not ours");
        }));
    }

    private void add(ClientRegistration client, String audience, TokenGrants grants) {
        String issuer = client.getProviderDetails().getIssuerUri();
        String keys = client.getProviderDetails().getJwkSetUri();
        if (issuer == null || keys == null) {
            return;
        }
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithms(known -> known.addAll(SIGNED))
                .build();
        decoder.setJwtValidator(good(issuer, audience.isBlank() ? client.getClientId() : audience));
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
        String name = client.getProviderDetails().getUserInfoEndpoint().getUserNameAttributeName();
        provider.setJwtAuthenticationConverter(somebody(name, grants));
        issuers.put(issuer, provider::authenticate);
    }

    private static OAuth2TokenValidator<Jwt> good(String issuer, String audience) {
        Predicate<@Nullable List<String>> toUs = named -> named != null && named.contains(audience);
        Predicate<@Nullable String> somebody = subject -> subject != null && !subject.isBlank();
        JwtTypeValidator kind = new JwtTypeValidator(KINDS);
        kind.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(
                kind,
                new JwtTimestampValidator(),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<>(JwtClaimNames.AUD, toUs),
                new JwtClaimValidator<>(JwtClaimNames.SUB, somebody),
                BearerTokens::noProofOfSignIn);
    }

    /** What proves a sign-in to us is no key to the API: it passes through browsers, and carries a nonce. */
    private static OAuth2TokenValidatorResult noProofOfSignIn(Jwt token) {
        return token.hasClaim("nonce")
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN))
                : OAuth2TokenValidatorResult.success();
    }

    /** Called as when signing in; a program of its own, which has no such name, by its subject. */
    private static Converter<Jwt, AbstractAuthenticationToken> somebody(@Nullable String claim, TokenGrants grants) {
        return token -> {
            String name = claim == null ? null : token.getClaimAsString(claim);
            return new JwtAuthenticationToken(
                    token,
                    grants.of(token.getClaims()),
                    name == null ? Objects.requireNonNull(token.getSubject()) : name);
        };
    }
}
