package org.innsyn.bench.house;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** An identity provider that signs tokens for a day and publishes its key; the service checks every one of them, as always. */
public final class SignIn implements AutoCloseable {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyPair key;
    private final HttpServer server;

    public SignIn() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            key = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is not available", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/oauth2/jwks", exchange -> {
            var body = keySet().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** May report for these sources. */
    public String reporter(List<String> sources) {
        return sign(Map.of("sub", "reporter", "scope", List.of("access:report", "identity:report"), "source", sources));
    }

    /** Sees the account's own log. */
    public String subject(String account) {
        return sign(Map.of("sub", "user-" + account, "roles", List.of("subject"), "account", account, "sid", "session-" + account));
    }

    /** Somebody of the company in this role. */
    public String staff(String role) {
        return sign(Map.of("sub", "user-" + role, "roles", List.of(role), "unit", "privacy", "sid", "session-" + role));
    }

    /** A program with one scope. */
    public String machine(String scope) {
        return sign(Map.of("sub", "machine", "scope", List.of(scope)));
    }

    private String keySet() {
        var open = (RSAPublicKey) key.getPublic();
        return JSON.writeValueAsString(Map.of("keys", List.of(Map.of("kty", "RSA", "kid", "bench", "use", "sig", "alg", "RS256",
                "n", BASE64.encodeToString(unsigned(open.getModulus())), "e", BASE64.encodeToString(unsigned(open.getPublicExponent()))))));
    }

    /** Without the byte that only holds the sign (RFC 7518 section 2). */
    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private String sign(Map<String, Object> claims) {
        var all = new TreeMap<>(claims);
        var now = Instant.now();
        all.putAll(Map.of("iss", issuer(), "iat", now.getEpochSecond(), "exp", now.plusSeconds(86_400).getEpochSecond()));
        var text = part(Map.of("alg", "RS256", "kid", "bench")) + '.' + part(all);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + '.' + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    private static String part(Map<String, Object> json) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(json));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
