package org.innsyn.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import org.innsyn.ui.signin.CurrentUser;
import org.innsyn.ui.words.LanguageSwitch;
import org.innsyn.ui.words.Words;

/** The frame: the name, the pages this person may open, who they are, and the way out. */
@AnonymousAllowed
@Layout
@JavaScript("context://innsyn/place.js")
public class Shell extends Div implements RouterLayout {

    private final Words words = Words.current();
    private final Main content = new Main();

    Shell(CurrentUser user) {
        addClassName("shell");
        content.setId("content");
        content.addClassName("shell-content");
        content.getElement().setAttribute("tabindex", "-1");
        // A link to "#content" would lead to the first page: addresses here count from the root.
        var skip = new NativeButton(words.say("shell.skip"));
        skip.addClassName("skip");
        skip.getElement().executeJs("this.addEventListener('click', () => document.getElementById('content').focus())");
        add(skip, header(user), content, footer(user));
    }

    private Header header(CurrentUser user) {
        var bar = new Div(brand());
        bar.addClassName("shell-bar");
        if (user.isSignedIn()) {
            bar.add(pages(), person(user));
        } else {
            bar.add(signIn());
        }
        var header = new Header(bar);
        header.addClassName("shell-header");
        return header;
    }

    private Anchor brand() {
        var mark = new Span();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var brand = new Anchor("/", mark, new Span(words.say("brand")));
        brand.addClassName("brand");
        return brand;
    }

    private Nav pages() {
        var nav = new Nav();
        nav.addClassName("shell-nav");
        nav.setAriaLabel(words.say("shell.pages"));
        MenuConfiguration.getMenuEntries().stream().map(this::link).forEach(nav::add);
        return nav;
    }

    private RouterLink link(MenuEntry entry) {
        var link = new RouterLink(words.say(entry.title()), entry.menuClass());
        link.setHighlightCondition(HighlightConditions.locationPrefix());
        link.setHighlightAction((target, highlighted) -> {
            if (highlighted) {
                target.getElement().setAttribute("aria-current", "page");
            } else {
                target.getElement().removeAttribute("aria-current");
            }
        });
        return link;
    }

    private Div person(CurrentUser user) {
        var role = user.roles().isEmpty() ? "none" : user.roles().getFirst();
        var name = new Span(words.say("role." + role));
        name.addClassName("person-role");
        var out = new Button(words.say("shell.sign-out"), click -> user.signOut());
        out.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        var person = new Div(new LanguageSwitch(words), name, out);
        person.addClassName("person");
        return person;
    }

    private Div signIn() {
        var link = Links.signIn(words.say("shell.sign-in"));
        link.removeClassName("button-link");
        var tools = new Div(new LanguageSwitch(words), link);
        tools.addClassName("person");
        return tools;
    }

    private Footer footer(CurrentUser user) {
        var footer = new Footer(new Span(words.say("shell.footer")));
        if (user.isSignedIn()) {
            user.passkeys().map(address -> new Anchor(address, words.say("shell.passkeys"))).ifPresent(footer::add);
        }
        footer.addClassName("shell-footer");
        return footer;
    }

    @Override
    public void showRouterLayoutContent(HasElement page) {
        content.getElement().appendChild(page.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement page) {
        content.getElement().removeAllChildren();
    }
}
