package org.stepbridge.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the servers of a run are; one that is absent is for the contender to bring itself. */
record ServerAddresses(Map<Key, String> values) {
    enum Key {
        /** A JDBC URL without credentials. */
        DB,
        USER,
        PASSWORD,
        /** A core URL. */
        BROKER,
        /** Host and port. */
        SMTP,
        /** The folder in which the mail server keeps what it gets. */
        MAIL;

        private String prefix() {
            return "server." + name().toLowerCase(Locale.ROOT) + "=";
        }

        String line(String value) {
            return prefix() + value;
        }

        @Nullable
        String read(String line) {
            return line.startsWith(prefix()) ? line.substring(prefix().length()) : null;
        }
    }

    static ServerAddresses none() {
        return new ServerAddresses(Map.of());
    }

    /**
     * The servers that are given from outside.
     *
     * @throws IllegalArgumentException when a mail server is given but not where it puts the mails
     */
    static ServerAddresses fromEnvironment(Map<String, String> environment) {
        Map<Key, String> values = new EnumMap<>(Key.class);
        put(values, Key.DB, environment.get("BENCH_DB_URL"));
        put(values, Key.USER, environment.getOrDefault("BENCH_DB_USER", "postgres"));
        put(values, Key.PASSWORD, environment.getOrDefault("BENCH_DB_PASSWORD", ""));
        put(values, Key.BROKER, environment.get("BENCH_BROKER_URL"));
        put(values, Key.SMTP, environment.get("BENCH_SMTP"));
        put(values, Key.MAIL, environment.get("BENCH_SMTP_DUMP"));
        if (values.containsKey(Key.SMTP) != values.containsKey(Key.MAIL)) {
            throw new IllegalArgumentException(
                    "BENCH_SMTP and BENCH_SMTP_DUMP go together: mails must be read to be checked");
        }
        return new ServerAddresses(values);
    }

    private static void put(Map<Key, String> values, Key key, @Nullable String value) {
        if (value != null) {
            values.put(key, value);
        }
    }

    Optional<String> get(Key key) {
        return Optional.ofNullable(values.get(key));
    }

    String required(Key key) {
        return get(key).orElseThrow(() -> new IllegalStateException("No address of " + key));
    }

    /** These, and for what is missing here the others. */
    ServerAddresses or(ServerAddresses others) {
        Map<Key, String> both = new EnumMap<>(Key.class);
        both.putAll(others.values);
        both.putAll(values);
        return new ServerAddresses(both);
    }

    boolean complete() {
        return get(Key.DB).isPresent()
                && get(Key.BROKER).isPresent()
                && get(Key.SMTP).isPresent();
    }

    Path mailFolder() {
        return Path.of(required(Key.MAIL));
    }

    /** The ports of those that listen on this machine. */
    List<Integer> localPorts() {
        List<Integer> ports = new ArrayList<>();
        get(Key.DB).map(url -> URI.create(url.substring("jdbc:".length()))).ifPresent(url -> addLocal(url, ports));
        get(Key.BROKER).map(URI::create).ifPresent(url -> addLocal(url, ports));
        get(Key.SMTP).map(place -> URI.create("smtp://" + place)).ifPresent(url -> addLocal(url, ports));
        return ports;
    }

    private static void addLocal(URI url, List<Integer> ports) {
        boolean local = "127.0.0.1".equals(url.getHost()) || "localhost".equals(url.getHost());
        if (local && url.getPort() > 0) {
            ports.add(url.getPort());
        }
    }
}
