package org.stepbridge.routing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Opens connections that only read, one for each poll. */
final class ReportingDatabase extends DriverManagerDataSource {
    /** How long a server may say nothing, sorting a view for the first time included. */
    private static final int SILENCE_MILLIS = 600_000;

    ReportingDatabase(SqlSettings.Source source) {
        setUrl(source.url());
        if (!source.username().isEmpty()) {
            setUsername(source.username());
            setPassword(source.password());
        }
    }

    @Override
    protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
        Connection connection = super.getConnectionFromDriver(properties);
        boolean ready = false;
        try {
            connection.setReadOnly(true);
            // outside a transaction PostgreSQL's driver takes all rows into memory at once
            connection.setAutoCommit(false);
            connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
            ready = true;
            return connection;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }
}
