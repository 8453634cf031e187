package org.innsyn.dsr.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.innsyn.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Asks for a fresh sign-in before what cannot be undone or hands everything out (rule L7): the identity provider says in {@code auth_time} when the
 * person last proved who they are, and refreshed tokens keep it (OpenID Connect Core 1.0 section 2).
 */
@Component
public class FreshSignIn {

    private final Duration within;
    private final Clock clock;

    FreshSignIn(@Value("${innsyn.sign-in.fresh-within}") Duration within, Clock clock) {
        this.within = within;
        this.clock = clock;
    }

    /**
     * Goes on when the caller signed in a short while ago.
     *
     * @throws Problem sign-in-again, also when the provider does not say when it was
     */
    public void require() {
        var signedInAt = signedInAt();
        if (signedInAt == null || signedInAt.plus(within).isBefore(clock.instant())) {
            throw new Problem(403, "sign-in-again", "Sign in once more",
                    "This cannot be undone, or hands out everything that is held, so it needs a sign-in of the last " + within.toMinutes()
                            + " minutes. Nothing was changed; sign in again (prompt=login or max_age) and repeat it.");
        }
    }

    private static @Nullable Instant signedInAt() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token && token.getToken().hasClaim("auth_time")
                ? token.getToken().getClaimAsInstant("auth_time")
                : null;
    }
}
