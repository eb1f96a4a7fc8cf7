package org.stepbridge.operations.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Says what is amiss when the program is started from another folder than its own. */
class FoldersGuard implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String ROUTES = "camel.main.routes-include-pattern";
    private static final String PACKS = "stepbridge.mappings";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment settings = context.getEnvironment();
        requireFolder(settings.getProperty(PACKS, ""), PACKS);
        for (String pattern : settings.getProperty(ROUTES, "").split(",", -1)) {
            String path = pattern.strip();
            int name = path.lastIndexOf('/');
            if (path.startsWith("file:") && name > 0) {
                requireFolder(path.substring("file:".length(), name), ROUTES);
            }
        }
    }

    private static void requireFolder(String folder, String setting) {
        // A pattern for several folders is Camel's to judge.
        if (!folder.isBlank() && !folder.contains("*") && !Files.isDirectory(Path.of(folder))) {
            throw new StartRefused("there is no folder "
                    + Path.of(folder).toAbsolutePath().normalize()
                    + "; start it from the project's own folder or set " + setting);
        }
    }
}
