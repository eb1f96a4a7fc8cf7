package org.stepbridge.access;

import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Packs;
import org.stepbridge.testing.FakeLogins;

/**
 * The guards before an application that answers everything but errors with "open", so that only the guards can say no. Not a
 * {@code @Configuration}, so that no scan of the whole program finds it.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.apache.camel.spring.boot.CamelAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ComponentScan("org.stepbridge.access")
class GuardedApp {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    FakeLogins logins(Clock clock) {
        return new FakeLogins(clock);
    }

    @Bean
    Packs packs() {
        return new Packs() {
            @Override
            public List<Pack> live() {
                return List.of();
            }

            @Override
            public Map<String, List<String>> refused() {
                return Map.of();
            }
        };
    }

    @Bean
    RouterFunction<ServerResponse> everythingIsOpen() {
        return RouterFunctions.route(
                path("/error")
                        .or(path("/password"))
                        .or(path("/login"))
                        .or(path("/logins/**"))
                        .negate(),
                request -> ServerResponse.ok().body("open"));
    }
}
