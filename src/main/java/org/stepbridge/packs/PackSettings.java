package org.stepbridge.packs;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which packs are live.
 *
 * @param mappings the folder of packs
 * @param authorities the packs that are live; {@code all} alone for every pack
 */
@ConfigurationProperties("stepbridge")
record PackSettings(
        @DefaultValue("./mappings") Path mappings,
        @DefaultValue List<String> authorities) {
    PackSettings {
        authorities = authorities.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (authorities.isEmpty()) {
            throw new IllegalArgumentException(
                    "stepbridge.authorities names no pack; name the folders under stepbridge.mappings, or all");
        }
    }

    boolean all() {
        return authorities.equals(List.of("all"));
    }
}
