package org.innsyn.ui.signin;

import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever is signed in to this session. */
@Component
public class CurrentUser {

    private final AuthenticationContext context;

    CurrentUser(AuthenticationContext context) {
        this.context = context;
    }

    public boolean isSignedIn() {
        return context.isAuthenticated();
    }

    /** Whether this person has the role; see {@link Roles}. */
    public boolean has(String role) {
        return context.hasRole(role);
    }

    /** Their roles, the one that names them best first. */
    public List<String> roles() {
        return Roles.ALL.stream().filter(this::has).toList();
    }

    /** Ends the session here and at the sign-in service. */
    public void signOut() {
        context.logout();
    }
}
