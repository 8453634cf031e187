package org.innsyn.audit.house;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** An identity provider's key and tokens: the key set is fetched over real HTTP, as the service does in production. */
public final class Tokens {

    private final RSAKey key;
    private final HttpServer server;
    private volatile boolean away;

    Tokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/oauth2/jwks", exchange -> {
            if (away) {
                exchange.sendResponseHeaders(500, -1);
                exchange.close();
                return;
            }
            var body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A token signed with a key that services have not seen yet, so that they ask for it; and nobody answers until {@code work} is done. */
    public void whileAway(Consumer<String> work) {
        away = true;
        try {
            work.accept(sign(new JWTClaimsSet.Builder().subject("machine").claim("scope", List.of("operator")), "new"));
        } finally {
            away = false;
        }
    }

    public String reporter(String... sources) {
        return sign(new JWTClaimsSet.Builder().subject("reporter").claim("scope", List.of("access:report", "identity:report")).claim("source", List.of(sources)));
    }

    public String subject(String account) {
        return subject(account, UUID.randomUUID().toString());
    }

    public String subject(String account, String session) {
        return sign(new JWTClaimsSet.Builder().subject("user-" + account).claim("roles", List.of("subject")).claim("account", account).claim("sid", session));
    }

    public String staff(String role) {
        return sign(new JWTClaimsSet.Builder().subject("user-" + role).claim("roles", List.of(role)).claim("unit", "privacy").claim("sid", UUID.randomUUID().toString()));
    }

    public String machine(String scope) {
        return sign(new JWTClaimsSet.Builder().subject("machine").claim("scope", List.of(scope)));
    }

    private String sign(JWTClaimsSet.Builder claims) {
        return sign(claims, key.getKeyID());
    }

    private String sign(JWTClaimsSet.Builder claims, String keyId) {
        try {
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(),
                    claims.issuer(issuer()).issueTime(Date.from(Instant.now())).expirationTime(Date.from(Instant.now().plusSeconds(600))).build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
