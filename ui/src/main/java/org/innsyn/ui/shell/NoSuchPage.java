package org.innsyn.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** For an address that leads nowhere. */
@ParentLayout(Shell.class)
@AnonymousAllowed
public class NoSuchPage extends Page implements HasErrorParameter<NotFoundException> {

    NoSuchPage() {
        super("no-such-page");
        add(new Notice(Notice.Tone.PLAIN, words.say("no-such-page.title"), words.say("no-such-page.text"),
                new Anchor("/", words.say("refused.back"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
