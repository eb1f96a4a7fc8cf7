package org.stepbridge.operations.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stepbridge.operations.settings.SettingNames;
import org.stepbridge.operations.settings.StepbridgeProperties;
import org.stepbridge.operations.settings.WhenSetting;

/** Hands Boot the embedded server's address, so that pool, Flyway and health are Boot's in either case. */
@Configuration(proxyBeanMethods = false)
@WhenSetting(value = SettingNames.DATABASE, set = false)
class DatabaseConfiguration {

    @Bean
    EmbeddedPostgres embeddedPostgres(StepbridgeProperties properties) {
        return EmbeddedPostgres.start(properties.home());
    }

    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedPostgres server) {
        return new Details(server);
    }

    private record Details(EmbeddedPostgres server) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return server.username();
        }

        @Override
        public String getPassword() {
            return server.password();
        }

        @Override
        public String getJdbcUrl() {
            return server.url();
        }

        @Override
        public String toString() {
            return "embedded PostgreSQL";
        }
    }
}
