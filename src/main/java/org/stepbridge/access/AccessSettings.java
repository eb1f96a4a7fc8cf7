package org.stepbridge.access;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Under which names the pages answer.
 *
 * @param hosts further names beside {@code localhost}, {@code 127.0.0.1} and {@code [::1]}; without ports, any case
 */
@ConfigurationProperties("stepbridge.web")
record AccessSettings(@DefaultValue List<String> hosts) {
    private static final List<String> LOOPBACK_NAMES = List.of("localhost", "127.0.0.1", "[::1]", "::1");

    AccessSettings {
        hosts = hosts.stream()
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether a request that asks for this host is meant for us; another name is a page that rebinds its DNS to us. */
    boolean answersTo(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return LOOPBACK_NAMES.contains(name) || hosts.contains(name);
    }
}
