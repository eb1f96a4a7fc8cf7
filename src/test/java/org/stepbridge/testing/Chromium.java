package org.stepbridge.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser, the machine's own: none is downloaded. */
public final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(FLAGS));
    }

    /** Starts it; where the machine has none, says so and skips the tests that ask. */
    public static Chromium start() {
        Optional<Path> executable = find();
        if (executable.isEmpty()) {
            String reason = "SKIPPED: the browser tests need a Chromium, and this machine has none."
                    + " Install one (apt-get install chromium) or name it in CHROMIUM.";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        return new Chromium(executable.orElseThrow());
    }

    private static Optional<Path> find() {
        String named = System.getenv("CHROMIUM");
        if (named != null && !named.isBlank()) {
            Path path = Path.of(named);
            if (!Files.isExecutable(path)) {
                throw new IllegalStateException("CHROMIUM names " + path + ", which cannot be run");
            }
            return Optional.of(path);
        }
        String path = System.getenv().getOrDefault("PATH", "/usr/bin");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A window of somebody's own: nothing that another one knows is known to it. */
    public Window open(Browser.NewContextOptions options) {
        return new Window(browser.newContext(options));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
