package org.innsyn.ui.signin;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/** Whoever is signed in to this session. */
@Component
public class CurrentUser {

    /** Where Spring Security keeps the page somebody wanted before they signed in (HttpSessionRequestCache). */
    private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";

    private final AuthenticationContext context;
    private final SignInSettings settings;

    CurrentUser(AuthenticationContext context, SignInSettings settings) {
        this.context = context;
        this.settings = settings;
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

    /** Where they make a passkey; empty where the provider does not say. */
    public Optional<String> passkeys() {
        return Optional.ofNullable(settings.signIn().passkeys());
    }

    /** Whether they showed who they are within this time; not known where the provider does not say. */
    public boolean signedInWithin(Duration time) {
        return context.getAuthenticatedUser(OidcUser.class).map(OidcUser::getAuthenticatedAt).map(at -> at.isAfter(Instant.now().minus(time))).orElse(true);
    }

    /**
     * After the next sign-in of this session they come to that page.
     *
     * @param page its address without the first slash; never with personal data in it
     */
    public void comesBackTo(String page) {
        VaadinSession.getCurrent().getSession().setAttribute(SAVED_REQUEST, new SimpleSavedRequest(settings.ui().url() + "/" + page));
    }

    /** Ends the session here and at the sign-in service. */
    public void signOut() {
        context.logout();
    }
}
