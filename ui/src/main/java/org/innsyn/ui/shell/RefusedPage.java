package org.innsyn.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.innsyn.ui.signin.CurrentUser;

/** Says for whom a page is, and as whom the reader is signed in. */
@ParentLayout(Shell.class)
@AnonymousAllowed
public class RefusedPage extends Page implements HasErrorParameter<AccessDeniedException> {

    private final CurrentUser user;

    RefusedPage(CurrentUser user) {
        super("refused");
        this.user = user;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        removeAll();
        add(new Notice(Notice.Tone.NEEDS_YOU, meantFor(event.getNavigationTarget()), signedInAs(),
                new Anchor("/", words.say("refused.back"))));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    private String meantFor(Class<?> page) {
        var allowed = page.getAnnotation(RolesAllowed.class);
        if (allowed == null) {
            return words.say("refused.title");
        }
        return words.say("refused.for", Arrays.stream(allowed.value())
                .map(role -> words.say("role." + role + ".people"))
                .distinct()
                .collect(Collectors.joining(words.say("list.or"))));
    }

    private String signedInAs() {
        return user.roles().isEmpty()
                ? words.say("refused.as-nobody")
                : words.say("refused.as", words.say("role." + user.roles().getFirst()));
    }
}
