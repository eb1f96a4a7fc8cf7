package org.stepbridge.operations.database;

import java.util.List;

/** The embedded server's settings, written anew at each start; ALTER SYSTEM still has the last word. */
final class PostgresSettings {

    private PostgresSettings() {}

    static List<String> lines(int port) {
        return List.of(
                "# Written by Stepbridge at each start.",
                "port = " + port,
                "listen_addresses = '127.0.0.1'",
                // No socket file: loopback and a password are the only way in.
                "unix_socket_directories = ''",
                "max_connections = 60",
                // What is committed stays, whatever fails next.
                "fsync = on",
                "synchronous_commit = on",
                "full_page_writes = on",
                "shared_buffers = 128MB",
                "work_mem = 16MB",
                "maintenance_work_mem = 64MB",
                "effective_cache_size = 512MB",
                "max_wal_size = 2GB",
                "checkpoint_timeout = 15min",
                "random_page_cost = 1.1",
                // Compiling a short query costs more than running it.
                "jit = off",
                "timezone = 'UTC'",
                "log_timezone = 'UTC'",
                // The text of an error can quote a row: a failing statement is told to its client alone.
                "log_min_messages = log",
                "log_min_error_statement = panic",
                "log_error_verbosity = terse",
                "log_checkpoints = off");
    }
}
