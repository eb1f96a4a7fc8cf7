package org.stepbridge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody's window of the browser with one page in it, and all that its console complained of. */
public final class Window implements AutoCloseable {
    private static final int MOST_TABS = 150;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Window(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(10_000);
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
    }

    /** The page itself. */
    public Page page() {
        return page;
    }

    /** What the console said, and each request that failed. */
    public List<String> complaints() {
        return complaints;
    }

    /** Who is signed in, to be given to another window. */
    public String session() {
        return context.storageState();
    }

    /** In the page itself, which has no frames: a second page to gather what is found would cost as much again. */
    public void assertAxe() {
        assertThat(new AxeBuilder(page)
                        .setLegacyMode(true)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations())
                .as("axe on " + page.url())
                .extracting(violation -> violation.getId() + ": " + violation.getNodes())
                .isEmpty();
    }

    /** Goes by the tab key alone to what reads so, or has such an id. */
    public void tabTo(String what) {
        for (int presses = 0; presses < MOST_TABS; presses++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate(
                    "what => { const here = document.activeElement; return here !== document.body"
                            + " && (here.id.startsWith(what) || here.textContent.trim().startsWith(what)); }",
                    what))) {
                return;
            }
        }
        throw new AssertionError("no way by keyboard to " + what + " on " + page.url());
    }

    /** Goes there by keyboard and presses Enter. */
    public void press(String what) {
        tabTo(what);
        page.keyboard().press("Enter");
    }

    /** Goes to this field by keyboard and writes into it. */
    public void write(String field, String words) {
        tabTo(field);
        page.keyboard().type(words);
    }

    /** A picture of the whole page, in {@code target/screenshots}. */
    public void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(picture(name)).setFullPage(true));
    }

    /** A picture of what stands in the window. */
    public void shootTop(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(picture(name)));
    }

    /** A picture of this part of the page. */
    public void shoot(String name, String part) {
        page.locator(part).screenshot(new Locator.ScreenshotOptions().setPath(picture(name)));
    }

    private static Path picture(String name) {
        return Path.of("target", "screenshots", name + ".png");
    }

    @Override
    public void close() {
        context.close();
    }
}
