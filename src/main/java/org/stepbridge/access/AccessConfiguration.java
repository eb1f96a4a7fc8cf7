package org.stepbridge.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Puts the guards in front of every request. What no rule names is denied. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {
    /** Everything from ourselves, nothing inline, nothing framed: injected markup could neither run nor phone home. */
    static final String CONTENT_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';" + " frame-ancestors 'none'";

    private static final String[] PAGES = {"/", "/feeds", "/mail", "/mail/{id}"};
    private static final String[] LOOKS = {
        "/stepbridge.css", "/favicon.svg", "/webjars/govuk-frontend/{version}/dist/govuk/govuk-frontend.min.css"
    };
    private static final RequestMatcher PUSH =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/v1/{authority}/requests");
    private static final String[] MACHINES = {
        "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus"
    };

    @Bean
    SecurityFilterChain everyRequest(HttpSecurity http) {
        return http.addFilterAfter(new LoopbackOnly(), HeaderWriterFilter.class)
                .authorizeHttpRequests(requests -> requests
                        // A page about an error is not asked for but fallen into.
                        .dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PAGES)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, LOOKS)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, MACHINES)
                        .permitAll()
                        .requestMatchers(PUSH)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                // A program has no form to carry a token in; what comes out of a browser says so and needs one.
                .csrf(forged -> forged.ignoringRequestMatchers(
                        request -> PUSH.matches(request) && request.getHeader("Origin") == null))
                .exceptionHandling(denied -> denied.authenticationEntryPoint((request, response, why) ->
                        // Whether something is there is nobody's business who may not open it.
                        response.sendError(
                                HttpMethod.GET.matches(request.getMethod())
                                        ? HttpServletResponse.SC_NOT_FOUND
                                        : HttpServletResponse.SC_FORBIDDEN)))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(use -> use.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")))
                // Remembering a denied request would start a session for everybody who mistypes an address.
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    HttpFirewall answersToItsOwnNamesOnly(AccessSettings settings) {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(settings::answersTo);
        return firewall;
    }

    @Bean
    RequestRejectedHandler saysWhyNot() {
        return (request, response, why) -> Refusal.write(
                response,
                "Stepbridge does not answer a request of this shape or under this host name."
                        + " Open http://localhost followed by its port, or add the name to stepbridge.web.hosts.");
    }

    @Bean
    LocalServer localServer(ServerProperties server) {
        return new LocalServer(server);
    }

    /** Nobody can log in yet; without this, Spring Boot would invent a user and print a password. */
    @Bean
    UserDetailsService noLoginsYet() {
        return new InMemoryUserDetailsManager();
    }
}
