package org.stepbridge.operations.database;

import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.operations.settings.StartRefused;
import org.stepbridge.operations.settings.StepbridgeProperties;

/**
 * Makes sure that the database keeps what it has confirmed (G1): set up for speed alone, PostgreSQL forgets its last commits
 * when it is killed, after files were moved away and emails sent that they speak of. Live refuses to start with such a
 * server; a trial says so.
 */
@Component
final class DurableDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(DurableDatabase.class);

    /** @throws StartRefused in live mode, when commits may be lost */
    DurableDatabase(JdbcClient jdbc, StepbridgeProperties properties) {
        List<String> off = jdbc.sql("""
                        select name from pg_settings
                        where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
                        order by name""").query(String.class).list();
        if (off.isEmpty()) {
            return;
        }
        String problem = off.stream().map(name -> name + " = off").collect(Collectors.joining(", "))
                + " in the database: it may lose what it has confirmed when it or its machine stops";
        if (properties.mode() == StepbridgeProperties.Kind.LIVE) {
            throw new StartRefused(problem + "; turn it on in postgresql.conf, or use stepbridge.mode=trial");
        }
        LOG.warn("{}. Live refuses to start like this.", problem);
    }
}
