package org.stepbridge.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * What a program gets that may not do what it asked for, or whose request failed before it came to its handler. The words are
 * those of whoever resolves the exceptions of handlers, so that a program sees one kind of answer.
 */
class ProgramAnswers extends OncePerRequestFilter {
    private final HandlerExceptionResolver words;
    private final List<String> ways;

    /** @param ways how a program may say who it is, as {@code WWW-Authenticate} has them */
    ProgramAnswers(HandlerExceptionResolver words, List<String> ways) {
        this.words = words;
        this.ways = ways;
    }

    AuthenticationEntryPoint whoAreYou() {
        return (request, response, why) -> {
            // The logins could not be read: it is not the password that is wrong.
            if (!(why instanceof AuthenticationServiceException)) {
                ways.forEach(way -> response.addHeader(HttpHeaders.WWW_AUTHENTICATE, way));
            }
            say(request, response, HttpServletResponse.SC_UNAUTHORIZED, why);
        };
    }

    AccessDeniedHandler mayNot() {
        return (request, response, why) ->
                say(request, response, HttpServletResponse.SC_FORBIDDEN, reason(request, why));
    }

    /** What no rule names is not there, for whoever is known here. */
    private static Exception reason(HttpServletRequest request, AccessDeniedException why) {
        if (why instanceof CsrfException) {
            return why;
        }
        Set<String> methods = Rule.PROGRAMS.stream()
                .filter(rule -> PathPatternRequestMatcher.withDefaults()
                        .matcher(rule.path())
                        .matches(request))
                .map(rule -> rule.method().name())
                .collect(Collectors.toSet());
        if (methods.isEmpty()) {
            return new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), "", "");
        }
        return methods.contains(request.getMethod())
                ? why
                : new HttpRequestMethodNotSupportedException(request.getMethod(), methods);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain others)
            throws ServletException, IOException {
        try {
            others.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (words.resolveException(request, response, null, e) == null) {
                throw e;
            }
        }
    }

    private void say(HttpServletRequest request, HttpServletResponse response, int status, Exception why)
            throws IOException {
        if (words.resolveException(request, response, null, why) == null) {
            response.sendError(status);
        }
    }
}
