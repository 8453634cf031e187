package org.innsyn.ui.signin;

import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Whoever is signed in to this session. */
@Component
public class CurrentUser {

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

    /** Ends the session here and at the sign-in service. */
    public void signOut() {
        context.logout();
    }
}
