package org.innsyn.ui.signin;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people sign in.
 *
 * @param ui these pages, as browsers reach them
 * @param signIn the OpenID provider
 * @param client how these pages are known there
 */
@ConfigurationProperties("innsyn")
record SignInSettings(Ui ui, SignIn signIn, Client client) {

    record Ui(String url) {}

    /**
     * @param passkeys where somebody who is signed in makes a passkey; null where the provider has such a place of its own
     * @param endpoints where the provider's endpoints are, below its issuer's address; null for those of the local sign-in
     */
    record SignIn(String issuer, @Nullable String passkeys, @Nullable Endpoints endpoints) {

        /** The address of an endpoint. */
        String at(Function<Endpoints, String> endpoint) {
            return issuer + endpoint.apply(endpoints == null ? Endpoints.LOCAL : endpoints);
        }
    }

    /**
     * Paths below the issuer's address, as its discovery document names them.
     *
     * @param authorize authorization_endpoint
     * @param token token_endpoint
     * @param keys jwks_uri
     * @param person userinfo_endpoint
     * @param end end_session_endpoint
     */
    record Endpoints(String authorize, String token, String keys, String person, String end) {

        static final Endpoints LOCAL = new Endpoints("/oauth2/authorize", "/oauth2/token", "/oauth2/jwks", "/userinfo", "/connect/logout");
    }

    record Client(String id, String secret) {

        /** Never the secret: settings turn up in exceptions and logs. */
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }
}
