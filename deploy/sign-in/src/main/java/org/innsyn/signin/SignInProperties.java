package org.innsyn.signin;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the provider needs to know.
 *
 * @param issuer the address people and services know it by
 * @param directory JSON file with accounts and clients, see {@link Directory}; readable by its owner only
 * @param signingKey where the token signing key is kept; made at the first start
 */
@ConfigurationProperties("innsyn.sign-in")
record SignInProperties(URI issuer, Path directory, Path signingKey) {}
