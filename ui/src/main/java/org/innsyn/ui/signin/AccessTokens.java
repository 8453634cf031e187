package org.innsyn.ui.signin;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.WebUtils;

/** The signed-in person's access token, refreshed when it is about to run out. */
@Component
public class AccessTokens {

    private final OAuth2AuthorizedClientManager clients;

    AccessTokens(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    /**
     * A token that is good now. To be called while the pages answer a browser, because the token is kept in that
     * browser's session.
     *
     * @throws SignInNeeded when there is none and none can be had without signing in again
     * @throws SignInAway when the sign-in service does not answer
     */
    public String current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var request = VaadinServletRequest.getCurrent();
        var response = VaadinServletResponse.getCurrent();
        if (authentication == null || request == null || response == null) {
            throw new SignInNeeded();
        }
        // A refresh token is good once: two requests of one session must not spend it at the same time.
        synchronized (WebUtils.getSessionMutex(request.getHttpServletRequest().getSession())) {
            return authorize(authentication, request.getHttpServletRequest(), response.getHttpServletResponse());
        }
    }

    private String authorize(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        try {
            var client = clients.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(OpenIdProvider.ID)
                    .principal(authentication)
                    .attribute(HttpServletRequest.class.getName(), request)
                    .attribute(HttpServletResponse.class.getName(), response)
                    .build());
            if (client == null) {
                throw new SignInNeeded();
            }
            return client.getAccessToken().getTokenValue();
        } catch (OAuth2AuthorizationException e) {
            throw e.getCause() instanceof RestClientException ? new SignInAway(e) : new SignInNeeded();
        }
    }

    /** The sign-in has run out. */
    public static final class SignInNeeded extends RuntimeException {
        SignInNeeded() {
            super("the sign-in has run out");
        }
    }

    /** The sign-in service does not answer. */
    public static final class SignInAway extends RuntimeException {
        SignInAway(Throwable cause) {
            super("the sign-in service does not answer", cause);
        }
    }
}
