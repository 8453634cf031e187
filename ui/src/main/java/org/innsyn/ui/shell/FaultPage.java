package org.innsyn.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For a fault of ours: a number to name it by, and nothing of what was inside. */
@ParentLayout(Shell.class)
@AnonymousAllowed
public class FaultPage extends Page implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(FaultPage.class);

    FaultPage() {
        super("fault");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var number = FaultNumber.next();
        LOG.error("Fault {} on {}", number, event.getNavigationTarget().getSimpleName(), parameter.getException());
        removeAll();
        add(new Notice(Notice.Tone.NEEDS_YOU, words.say("fault.title"), words.say("fault.text", number),
                new Anchor("/", words.say("refused.back"))));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
