package org.stepbridge.container;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every setting that the program and its libraries declare, in the form that an environment variable gives it. */
final class SettingsKnown {
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private final Set<String> plain = new HashSet<>();
    private final Set<String> maps = new HashSet<>();

    static SettingsKnown load() throws IOException {
        SettingsKnown known = new SettingsKnown();
        ClassLoader loader = SettingsKnown.class.getClassLoader();
        for (URL url : Collections.list(loader.getResources(METADATA))) {
            try (InputStream in = url.openStream()) {
                known.add(JsonMapper.shared().readTree(in));
            }
        }
        return known;
    }

    boolean hasVariable(String variable) {
        return plain.contains(variable) || maps.stream().anyMatch(map -> variable.startsWith(map + "_"));
    }

    private void add(JsonNode metadata) {
        for (JsonNode property : metadata.path("properties")) {
            String name = variable(property.path("name").asString());
            plain.add(name);
            if (property.path("type").asString("").startsWith("java.util.Map")) {
                maps.add(name);
            }
        }
    }

    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
