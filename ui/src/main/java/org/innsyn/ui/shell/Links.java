package org.innsyn.ui.shell;

import com.vaadin.flow.component.html.Anchor;

/** Links that leave the pages. */
public final class Links {

    private Links() {}

    /** To the sign-in service and back. */
    public static Anchor signIn(String text) {
        return leaving("oauth2/authorization/innsyn", text);
    }

    /** The same for somebody who is signed in, and has to show once more that it is them. */
    public static Anchor signInAgain(String text) {
        return leaving("oauth2/authorization/innsyn?again", text);
    }

    private static Anchor leaving(String address, String text) {
        var link = new Anchor(address, text);
        link.setRouterIgnore(true);
        link.addClassName("button-link");
        return link;
    }
}
