package org.stepbridge.operations.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class FoldersGuardTest {
    @TempDir
    Path there;

    @Test
    void startsWhereItsFoldersAre() {
        start(Map.of(
                "stepbridge.mappings",
                there.toString(),
                "camel.main.routes-include-pattern",
                "file:" + there + "/*.camel.yaml"));
    }

    @Test
    void namesThePackFolderThatIsNotThere() {
        assertThatThrownBy(() -> start(Map.of("stepbridge.mappings", there + "/nowhere")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(there.resolve("nowhere").toString())
                .hasMessageContaining("stepbridge.mappings");
    }

    @Test
    void namesTheRouteFolderThatIsNotThere() {
        assertThatThrownBy(() -> start(Map.of(
                        "stepbridge.mappings",
                        there.toString(),
                        "camel.main.routes-include-pattern",
                        "file:" + there + "/*.yaml, file:" + there + "/nowhere/*.yaml")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(there.resolve("nowhere").toString())
                .hasMessageContaining("camel.main.routes-include-pattern");
    }

    private static void start(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.setEnvironment(environment);
            new FoldersGuard().initialize(context);
        }
    }
}
