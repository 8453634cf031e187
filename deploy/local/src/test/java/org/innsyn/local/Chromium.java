package org.innsyn.local;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium, driven by Playwright; nothing is downloaded. */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync");

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of("/usr/bin/chromium"))
            .setArgs(FLAGS));

    /** Somebody with a browser of their own: no cookies of anybody else. */
    Visitor visitor(String pages, String name) {
        return visitor(pages, name, Visitor.options());
    }

    Visitor visitor(String pages, String name, Browser.NewContextOptions options) {
        return new Visitor(browser.newContext(options), pages, name);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
