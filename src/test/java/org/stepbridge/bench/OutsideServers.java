package org.stepbridge.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Empties the servers that are given from outside, so that each run finds them as if new. */
final class OutsideServers {
    /** The bench's own database on the given server: made and dropped for every run. */
    private static final String DATABASE = "stepbridge_bench";

    private final ServerAddresses given;

    OutsideServers(ServerAddresses given) {
        this.given = given;
    }

    /** Their addresses, with the fresh database in place of the one through which it was made. */
    ServerAddresses empty() throws Exception {
        Map<ServerAddresses.Key, String> addresses = new EnumMap<>(ServerAddresses.Key.class);
        addresses.putAll(given.values());
        if (given.get(ServerAddresses.Key.DB).isPresent()) {
            addresses.put(ServerAddresses.Key.DB, freshDatabase(given.required(ServerAddresses.Key.DB)));
        }
        if (given.get(ServerAddresses.Key.BROKER).isPresent()) {
            HubQueue.drain(given.required(ServerAddresses.Key.BROKER));
        }
        if (given.get(ServerAddresses.Key.MAIL).isPresent()) {
            deleteMails(given.mailFolder());
        }
        return new ServerAddresses(addresses);
    }

    private String freshDatabase(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        url, given.required(ServerAddresses.Key.USER), given.required(ServerAddresses.Key.PASSWORD));
                Statement sql = connection.createStatement()) {
            sql.execute("drop database if exists " + DATABASE + " with (force)");
            sql.execute("create database " + DATABASE);
            sql.execute("checkpoint");
        }
        URI server = URI.create(url.substring("jdbc:".length()));
        return "jdbc:postgresql://" + server.getAuthority() + "/" + DATABASE;
    }

    /** The folder itself stays: the mail server may have it open, and may belong to another user. */
    private static void deleteMails(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
