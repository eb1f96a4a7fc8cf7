package org.stepbridge.operations.settings;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The program's own settings (contract §1); those of Spring keep their Spring names.
 *
 * @param home root of everything the program keeps, made absolute
 * @param mappings folder of protocol packs, made absolute
 * @param authorities packs that are live, or the one word {@code all}
 * @param mode whether this is a trial or the live service
 * @param broker the embedded broker's own port
 * @param mailCatcher the embedded mail catcher
 */
@ConfigurationProperties("stepbridge")
public record StepbridgeProperties(
        @DefaultValue("./data") Path home,
        @DefaultValue("./mappings") Path mappings,
        @DefaultValue List<String> authorities,
        @DefaultValue("trial") Kind mode,
        @DefaultValue BrokerPort broker,
        @DefaultValue CatcherPort mailCatcher) {

    /** Trial by default; live asks for real servers and a login. */
    public enum Kind {
        /** Embedded servers are welcome, and every page says that this is a trial. */
        TRIAL,
        /** Refuses to start with embedded mail, an embedded database or no login. */
        LIVE
    }

    public StepbridgeProperties {
        home = home.toAbsolutePath().normalize();
        mappings = mappings.toAbsolutePath().normalize();
        authorities = List.copyOf(authorities);
        if (authorities.isEmpty() || authorities.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("stepbridge.authorities must name at least one pack, or 'all'");
        }
    }
}
