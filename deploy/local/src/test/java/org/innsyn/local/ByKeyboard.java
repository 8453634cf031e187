package org.innsyn.local;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.innsyn.local.SignInDirectory.Account;

/**
 * Somebody who reads one language and has no mouse: what the Tab key does not come to is not there for them, and where they are has to be seen (WCAG 2.2, 2.1.1
 * and 2.4.7). What they look for is named as the pages' texts are.
 */
final class ByKeyboard implements AutoCloseable {

    private static final int MOST_STEPS = 250;

    /** What a reader is told that has the keys: its label, or what stands in it; of a table, the row. */
    private static final String NAME = """
            () => {
              const has = document.activeElement;
              const row = has.shadowRoot?.activeElement?.closest('tr');
              if (row) {
                return [...row.querySelectorAll('slot')].flatMap(cell => cell.assignedNodes()).map(cell => cell.textContent).join(' ');
              }
              const named = (has.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.innerText ?? '').join(' ').trim();
              return (has.getAttribute('aria-label') || named || has.labels?.[0]?.innerText || has.innerText || '').replace(/\\s+/g, ' ').trim();
            }""";

    /** Whether a line around it, or around the field it is part of, shows that it has the keys. */
    private static final String IS_SEEN = """
            () => {
              if (document.activeElement === document.body) return true;
              const lined = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
              const around = [];
              for (let each = document.activeElement, up = 0; each && up < 3; each = each.parentElement, up++) {
                around.push(each, ...(each.shadowRoot?.querySelectorAll('*') ?? []));
              }
              return around.some(each => [null, '::before', '::after'].some(part => lined(getComputedStyle(each, part))));
            }""";

    private final Texts texts;
    private final Visitor visitor;
    private final List<String> complaints = new ArrayList<>();

    private ByKeyboard(Texts texts, Visitor visitor) {
        this.texts = texts;
        this.visitor = visitor;
    }

    /** Signs in, with a browser of their own in their language. */
    static ByKeyboard signedIn(Account account, Texts texts) {
        var visitor = SharedHouse.chromium().visitor(SharedHouse.pages(), account.roles().getFirst(), Visitor.options().setLocale(texts.language()));
        var reader = new ByKeyboard(texts, visitor.open("/"));
        reader.reads("front.title").toOne(".hero a.button-link").press("Enter");
        visitor.sees("#username");
        if (!reader.is("#username")) {
            reader.toOne("#username");
        }
        reader.type(account.username()).toOne("#password").type(account.password()).press("Enter");
        visitor.isIn().settled();
        return reader;
    }

    /** Waits until the text stands on the page. */
    ByKeyboard reads(String key, Object... values) {
        visitor.reads(texts.say(key, values));
        return this;
    }

    /** Goes on to what begins with this text. */
    ByKeyboard to(String key, Object... values) {
        String wanted = texts.say(key, values);
        return on(wanted, () -> name().startsWith(wanted));
    }

    /** Waits until it is there, and goes on to it. */
    ByKeyboard toOne(String selector) {
        visitor.sees(selector);
        return on(selector, () -> is(selector));
    }

    private ByKeyboard on(String wanted, BooleanSupplier found) {
        var passed = new ArrayList<String>();
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            press("Tab");
            passed.add(name());
            if (!(boolean) visitor.page().evaluate(IS_SEEN)) {
                complaints.add("has the keys and does not show it: " + name());
            }
            if (found.getAsBoolean()) {
                return this;
            }
        }
        throw new AssertionError("the Tab key never came to " + wanted + ", but to " + passed.stream().distinct().toList());
    }

    /** Goes on to a link or a button, and uses it. */
    ByKeyboard use(String key, Object... values) {
        return to(key, values).press("Enter");
    }

    ByKeyboard write(String label, String text) {
        return to(label).type(text);
    }

    ByKeyboard type(String text) {
        visitor.page().keyboard().type(text);
        return this;
    }

    /** Goes on past the head of a table to its rows, and down to the one in which this stands. */
    ByKeyboard toRow(String text) {
        toOne("vaadin-grid").press("Tab");
        for (int steps = 0; steps < MOST_STEPS && !name().contains(text); steps++) {
            press("ArrowDown");
        }
        return this;
    }

    /** Goes on to a list of choices, opens it, and goes down to one of them. */
    ByKeyboard choose(String label, String option) {
        to(label).press("Enter").gets("vaadin-select-item");
        for (int steps = 0; steps < MOST_STEPS && !name().equals(texts.say(option)); steps++) {
            press("ArrowDown");
        }
        press("Enter");
        visitor.page().waitForFunction("() => !document.activeElement.matches('vaadin-select-item')");
        return this;
    }

    Download fetch(String key) {
        to(key);
        return visitor.page().waitForDownload(() -> press("Enter"));
    }

    ByKeyboard press(String key) {
        visitor.page().keyboard().press(key);
        return this;
    }

    /** Waits until what a selector matches has the keys. */
    ByKeyboard gets(String selector) {
        try {
            visitor.page().waitForFunction("selector => document.activeElement.matches(selector)", selector);
        } catch (TimeoutError e) {
            throw new AssertionError(selector + " does not have the keys, but " + visitor.page().evaluate("() => document.activeElement.outerHTML"), e);
        }
        return this;
    }

    /** Keeps what it looks like; a text of ours in another language is complained about. */
    ByKeyboard picture(String what) {
        visitor.settled().picture("keys-" + what + "-" + texts.language());
        if (texts == Texts.NORWEGIAN) {
            Texts.englishIn(visitor.ourWords()).forEach(text -> complaints.add(what + " says in English: " + text));
        }
        return this;
    }

    String name() {
        return (String) visitor.page().evaluate(NAME);
    }

    private boolean is(String selector) {
        return (boolean) visitor.page().evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    Page page() {
        return visitor.page();
    }

    List<String> complaints() {
        return Stream.concat(complaints.stream(), visitor.complaints().stream()).distinct().toList();
    }

    @Override
    public void close() {
        visitor.close();
    }
}
