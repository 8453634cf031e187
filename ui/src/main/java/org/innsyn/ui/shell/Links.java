package org.innsyn.ui.shell;

import com.vaadin.flow.component.html.Anchor;

/** Links that leave the pages. */
public final class Links {

    private Links() {}

    /** To the sign-in service and back. */
    public static Anchor signIn(String text) {
        var link = new Anchor("oauth2/authorization/innsyn", text);
        link.setRouterIgnore(true);
        link.addClassName("button-link");
        return link;
    }
}
