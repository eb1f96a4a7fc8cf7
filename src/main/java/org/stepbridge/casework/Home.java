package org.stepbridge.casework;

import java.nio.file.Path;

/**
 * The folder under which the program keeps everything it keeps ({@code stepbridge.home}).
 *
 * @param path absolute
 */
public record Home(Path path) {
    public Home {
        path = path.toAbsolutePath().normalize();
    }
}
