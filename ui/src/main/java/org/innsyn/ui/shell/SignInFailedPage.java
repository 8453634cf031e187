package org.innsyn.ui.shell;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Where the sign-in service sends people back to when signing in did not work. */
@Route(SignInFailedPage.ROUTE)
@AnonymousAllowed
public class SignInFailedPage extends Page {

    static final String ROUTE = "sign-in-failed";

    SignInFailedPage() {
        super("sign-in-failed");
        add(new Notice(Notice.Tone.NEEDS_YOU, words.say("sign-in-failed.title"), words.say("sign-in-failed.text"),
                Links.signIn(words.say("shell.sign-in"))));
    }
}
