package org.innsyn.ui.signin;

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

    /** @param passkeys where somebody who is signed in makes a passkey; null where the provider has such a place of its own */
    record SignIn(String issuer, @Nullable String passkeys) {}

    record Client(String id, String secret) {

        /** Never the secret: settings turn up in exceptions and logs. */
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }
}
