package org.innsyn.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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
        add(new Notice(Notice.Tone.NEEDS_YOU, meantFor(event.getLocation().getPath()), signedInAs(),
                new Anchor("/", words.say("refused.back"))));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    private String meantFor(String address) {
        return RouteConfiguration.forApplicationScope()
                .getRoute(address)
                .map(page -> page.getAnnotation(RolesAllowed.class))
                .map(allowed -> words.say("refused.for", people(allowed.value())))
                .orElseGet(() -> words.say("refused.title"));
    }

    private String people(String[] roles) {
        var people = Arrays.stream(roles).map(role -> words.say("role." + role + ".people")).toList();
        var first = people.subList(0, people.size() - 1);
        return first.isEmpty()
                ? people.getLast()
                : words.say("list.or", String.join(", ", first), people.getLast());
    }

    private String signedInAs() {
        return user.roles().isEmpty()
                ? words.say("refused.as-nobody")
                : words.say("refused.as", words.say("role." + user.roles().getFirst()));
    }
}
