package org.innsyn.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person at the pages. Remembers what a browser should never have to say or ask for. */
final class Visitor implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int CLOSING_MILLIS = 3_000;
    private static final double PATIENCE_MILLIS = 30_000;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    private final BrowserContext context;
    private final Page page;
    private final String pages;
    private final String name;
    private final List<String> complaints = new ArrayList<>();
    private final List<Response> answers = new ArrayList<>();

    Visitor(BrowserContext context, String pages, String name) {
        this.context = context;
        this.pages = pages;
        this.name = name;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onResponse(answers::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:") && !request.url().startsWith("data:")) {
                complaints.add("asked elsewhere: " + request.url());
            }
        });
    }

    static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("Europe/Oslo")
                .setViewportSize(1280, 900)
                .setAcceptDownloads(true);
    }

    Visitor signIn(String username, String password) {
        page.navigate(pages + "/");
        page.locator(".hero a.button-link").click();
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("form[method=post] button[type=submit]").click();
        return isIn();
    }

    /** Waits until they are signed in; otherwise tells which way they went, and where a cookie was given to them. */
    Visitor isIn() {
        try {
            return sees(".person vaadin-button");
        } catch (AssertionError outside) {
            var way = answers.stream().map(Visitor::step).filter(step -> !step.isEmpty()).collect(Collectors.joining("\n"));
            throw new AssertionError(outside.getMessage() + "\nthe way there:\n" + way, outside);
        }
    }

    private static String step(Response answer) {
        boolean gives = answer.allHeaders().containsKey("set-cookie");
        return gives || answer.request().isNavigationRequest()
                ? "%d %s %s%s".formatted(answer.status(), answer.request().method(), answer.url().replaceAll("[?].*", ""), gives ? ", and a cookie" : "")
                : "";
    }

    Visitor open(String path) {
        page.navigate(pages + path);
        return this;
    }

    /** Waits until everything asked for has come. */
    Visitor settled() {
        page.locator(".page").first().waitFor();
        page.waitForFunction("() => !document.querySelector('.waiting') && !window.Vaadin.Flow.clients?.[Object.keys(window.Vaadin.Flow.clients)[0]]?.isActive?.()");
        return this;
    }

    /** By how much the page is wider than the window: nobody should have to scroll sideways (WCAG 2.2, 1.4.10). */
    int sideways() {
        return (int) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** What stands on the page, without what people wrote themselves. */
    String ourWords() {
        return (String) page.evaluate("""
                () => {
                  const theirs = [...document.querySelectorAll('.note')].map(note => [note, note.style.display]);
                  theirs.forEach(([note]) => note.style.display = 'none');
                  const ours = document.body.innerText;
                  theirs.forEach(([note, display]) => note.style.display = display);
                  return ours;
                }""");
    }

    Page page() {
        return page;
    }

    Locator button(String text) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text));
    }

    Visitor press(String text) {
        button(text).click();
        return this;
    }

    Visitor fill(String label, String text) {
        page.getByLabel(label).fill(text);
        return this;
    }

    /** Waits until the text stands on the page. */
    Visitor reads(String text) {
        return sees(page.getByText(text));
    }

    Visitor reads(Pattern text) {
        return sees(page.getByText(text));
    }

    /** Waits until something of this kind stands on the page, by a CSS selector. */
    Visitor sees(String selector) {
        return sees(page.locator(selector));
    }

    private Visitor sees(Locator something) {
        try {
            assertThat(something.first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        } catch (AssertionError missing) {
            throw new AssertionError(missing.getMessage() + "\nwhat was there instead:\n" + page.locator("body").innerText(), missing);
        }
        return this;
    }

    /** Keeps what the page looks like, and whether everybody can use it (WCAG 2.2 A and AA, as far as axe can tell). */
    Visitor picture(String what) {
        listsAreClosed();
        new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .forEach(rule -> complaints.add(what + ": " + rule.getId() + ", " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(CheckedNode::getHtml).limit(3).toList()));
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + "-" + what + ".png")).setFullPage(true));
        return this;
    }

    /** A list or calendar that was just used takes a moment to close, and hides the rest of the page from readers until then. Dialogs stay. */
    private void listsAreClosed() {
        try {
            page.waitForFunction("() => !document.querySelector('[data-aria-hidden]')", null, new Page.WaitForFunctionOptions().setTimeout(CLOSING_MILLIS));
        } catch (TimeoutError itStays) {
            // The picture shows it.
        }
    }

    /** Looks at what stands there now as somebody does on a phone in the evening, and goes back to how it was. */
    Visitor onAPhoneInTheDark(String what) {
        var before = page.viewportSize();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        picture(what + "-dark-phone");
        if (sideways() > 0) {
            complaints.add(what + " is " + sideways() + " px wider than a phone");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(null));
        page.setViewportSize(before.width, before.height);
        return this;
    }

    /** What the browser complained about, or what was fetched from elsewhere. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
