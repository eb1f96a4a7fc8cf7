package org.stepbridge.routing;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How views of councils' databases are polled.
 *
 * @param poll how often
 * @param overlap how far behind the latest time polled the next poll begins, so that rows are found whose loading was
 *     late or out of order
 * @param sources the databases by the names that feeds call them
 */
@ConfigurationProperties("stepbridge.sql")
record SqlSettings(
        @DefaultValue("5m") Duration poll,
        @DefaultValue("2d") Duration overlap,
        @DefaultValue Map<String, Source> sources) {
    SqlSettings {
        if (poll.toMillis() < 1) {
            throw new IllegalArgumentException("stepbridge.sql.poll must be longer than nothing");
        }
        if (overlap.isNegative()) {
            throw new IllegalArgumentException("stepbridge.sql.overlap is not negative");
        }
        sources = Map.copyOf(sources);
    }

    /**
     * A database and who the program is there.
     *
     * @param url its JDBC address
     * @param username empty when the address says it or none is needed
     * @param password likewise
     */
    record Source(
            String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password) {
        Source {
            if (!url.startsWith("jdbc:")) {
                throw new IllegalArgumentException(
                        "stepbridge.sql.sources: a url starts with jdbc:, such as jdbc:sqlserver://server;databaseName=HDM");
            }
        }

        @Override
        public String toString() {
            return "Source[masked]";
        }
    }
}
