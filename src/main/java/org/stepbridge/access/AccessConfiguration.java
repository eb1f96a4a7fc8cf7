package org.stepbridge.access;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.stepbridge.casework.Logins;

/** Puts the guards in front of every request. What no rule names is denied. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(LoginWatch.class)
@EnableConfigurationProperties({AccessSettings.class, LoginSettings.class})
class AccessConfiguration {
    /** Everything from ourselves, nothing inline, nothing framed: injected markup could neither run nor phone home. */
    static final String CONTENT_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';" + " frame-ancestors 'none'";

    private static final String BASIC = "Basic realm=\"Stepbridge\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"Stepbridge\"";
    private static final String[] LOOKS = {"/govuk-frontend.css", "/stepbridge.css", "/favicon.svg", "/htmx.js"};
    private static final String[] HEALTH = {
        "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
    };

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            BearerTokens tokens,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver words) {
        ProgramAnswers answers = new ProgramAnswers(words, tokens.taken() ? List.of(BASIC, BEARER) : List.of(BASIC));
        if (tokens.taken()) {
            http.oauth2ResourceServer(programs -> programs.authenticationManagerResolver(tokens.byIssuer())
                    .authenticationEntryPoint(answers.whoAreYou())
                    .accessDeniedHandler(answers.mayNot()));
        }
        return heldBack(http.securityMatcher("/api/**", "/v3/**", "/actuator/prometheus"))
                .addFilterBefore(answers, DisableEncodeUrlFilter.class)
                .authorizeHttpRequests(requests -> {
                    apply(Rule.PROGRAMS, requests);
                    requests.anyRequest().denyAll();
                })
                .httpBasic(basic -> basic.authenticationEntryPoint(answers.whoAreYou()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // A program has no form to carry a token in; what comes out of a browser says so and is refused.
                .csrf(forged -> forged.ignoringRequestMatchers(request -> request.getHeader("Origin") == null))
                .exceptionHandling(denied ->
                        denied.authenticationEntryPoint(answers.whoAreYou()).accessDeniedHandler(answers.mayNot()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    ApiCallers apiCallers(BearerTokens tokens) {
        return new ApiCallers(tokens.taken());
    }

    @Bean
    BearerTokens bearerTokens(
            ObjectProvider<ClientRegistrationRepository> openid, LoginSettings settings, TokenGrants grants) {
        return new BearerTokens(openid, settings, grants);
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            LoginSettings settings,
            ObjectProvider<ClientRegistrationRepository> openid,
            UserDetailsService users,
            Clock clock) {
        LoginUrlAuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint(LoginPage.ADDRESS);
        heldBack(http)
                .addFilterBefore(new IdleSession(clock, Set.of(LOOKS)), AuthorizationFilter.class)
                .addFilterBefore(new StillWelcome(users, Set.of(LOOKS)), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> {
                    // A page about an error is not asked for but fallen into.
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    requests.requestMatchers(HttpMethod.GET, LOOKS).permitAll();
                    requests.requestMatchers(HttpMethod.GET, HEALTH).permitAll();
                    requests.requestMatchers(HttpMethod.GET, LoginPage.ADDRESS).permitAll();
                    requests.requestMatchers(PasswordPage.ADDRESS).authenticated();
                    apply(Rule.PAGES, requests);
                    apply(Rule.POLLS, requests);
                    requests.anyRequest().denyAll();
                })
                .exceptionHandling(denied -> denied.authenticationEntryPoint((request, response, why) -> {
                            if (SignedOut.isNoticed(request)) {
                                SignedOut.tell(request, response);
                            } else {
                                signIn.commence(request, response, why);
                            }
                        })
                        .accessDeniedHandler(new Denied()))
                .requestCache(cache -> cache.requestCache(rememberPagesOnly()))
                .logout(logout -> logout.logoutSuccessUrl(LoginPage.ADDRESS + "?left"));
        if (!settings.local() && openid.getIfAvailable() == null) {
            throw new IllegalStateException("stepbridge.login.local is false and no OpenID provider is set under"
                    + " spring.security.oauth2.client.registration, so nobody could sign in; set one of them");
        }
        if (settings.local()) {
            http.formLogin(form -> form.loginPage(LoginPage.ADDRESS).failureUrl(LoginPage.ADDRESS + "?wrong"));
        }
        if (openid.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage(LoginPage.ADDRESS).failureUrl(LoginPage.ADDRESS + "?elsewhere"));
        }
        return http.build();
    }

    private static void apply(
            List<Rule> rules,
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        rules.forEach(
                rule -> requests.requestMatchers(rule.method(), rule.path()).hasAnyAuthority(Grants.of(rule)));
    }

    /** Whoever follows a link and must log in first comes to it afterwards; a mistyped address starts no session. */
    private static HttpSessionRequestCache rememberPagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new OrRequestMatcher(Rule.PAGES.stream()
                .filter(rule -> HttpMethod.GET.equals(rule.method()))
                .map(rule -> (RequestMatcher)
                        PathPatternRequestMatcher.withDefaults().matcher(rule.method(), rule.path()))
                .toList()));
        return cache;
    }

    private static HttpSecurity heldBack(HttpSecurity http) {
        return http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(use -> use.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")));
    }

    @Bean
    HttpFirewall answersToItsOwnNamesOnly(AccessSettings settings) {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(settings::answersTo);
        return firewall;
    }

    @Bean
    RequestRejectedHandler saysWhyNot(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver words) {
        return (request, response, why) -> {
            if (words.resolveException(request, response, null, why) == null) {
                Refusal.write(
                        response,
                        "Stepbridge does not answer a request of this shape or under this host name."
                                + " Open http://localhost followed by its port, or add the name to stepbridge.web.hosts.");
            }
        };
    }

    @Bean
    LocalServer localServer(ServerProperties server) {
        return new LocalServer(server);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService storedUsers(Logins logins, LoginSettings settings, Clock clock) {
        return new StoredUsers(logins, settings, clock);
    }

    @Bean
    TokenGrants tokenGrants(LoginSettings settings) {
        return new TokenGrants(settings.openid());
    }

    @Bean
    @ConditionalOnProperty(name = "stepbridge.login.local", matchIfMissing = true)
    FirstLogins firstLogins(Logins logins, PasswordEncoder encoder) {
        return new FirstLogins(logins, encoder, System.out);
    }
}
