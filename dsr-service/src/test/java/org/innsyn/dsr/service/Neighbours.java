package org.innsyn.dsr.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innsyn.schemas.access.ActorKind;
import org.innsyn.schemas.access.Operation;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.accesslog.Verdict;
import org.innsyn.schemas.ledger.LedgerHead;
import org.innsyn.schemas.ledger.LedgersApi.LedgerQuery;
import org.innsyn.schemas.policy.GrantedUse;
import org.innsyn.schemas.proof.CompletenessStatement;
import org.innsyn.schemas.proof.EntryProof;
import tools.jackson.databind.json.JsonMapper;

/** The other end of the wire: an identity provider and the ledgers of an audit-service, over real HTTP. */
public final class Neighbours implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What the access control table allows. */
    private static final List<GrantedUse> USES = List.of(
            new GrantedUse("/customers", "unit:support", List.of("read"), List.of("support.case")),
            new GrantedUse("/customers/billing", "staff", List.of("read", "update"), List.of("billing.invoicing")));

    private static final String LEDGERS = "/api/v1/ledgers/";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, LedgerHead> ledgers = new ConcurrentHashMap<>();
    /** How many entries the index holds, by ledger; all when absent. */
    private final Map<UUID, Long> indexed = new ConcurrentHashMap<>();

    public Neighbours() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/oauth2/jwks", exchange -> answer(exchange, 200, new JWKSet(key).toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8)));
        server.createContext("/oauth2/token", this::machineToken);
        server.createContext(LEDGERS, this::ledgers);
        server.createContext("/api/v1/policy/uses", exchange -> answer(exchange, 200, JSON.writeValueAsBytes(USES)));
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The person's log gets a ledger with this many entries. */
    public UUID ledger(String account, long entries) {
        var ledger = UUID.randomUUID();
        ledgers.put(account, new LedgerHead(ledger, entries, 0, LedgerHead.State.OPEN));
        return ledger;
    }

    /** From now on the time of the ledger's first entries is over. */
    public void expired(UUID ledger, long entries) {
        ledgers.replaceAll((account, head) -> head.ledger().equals(ledger) ? new LedgerHead(ledger, head.number(), entries, head.state()) : head);
    }

    /** From now on the index holds only the first entries of this ledger. */
    public void indexed(UUID ledger, long entries) {
        indexed.put(ledger, entries);
    }

    /** A person's access token, of somebody who has just signed in. */
    public String token(String sub, String role, String account) {
        return token(sub, role, account, Instant.now());
    }

    /** @param signedInAt when the person signed in; null when the provider does not say */
    public String token(String sub, String role, String account, Instant signedInAt) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .subject(sub)
                .claim("roles", List.of(role))
                .claim("scope", "openid")
                .claim("unit", role.equals("subject") ? null : "privacy")
                .claim("account", account)
                .claim("sid", "session-" + sub)
                .claim("auth_time", signedInAt == null ? null : signedInAt.getEpochSecond())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(900)))
                .build();
        return sign(claims);
    }

    /** A program's access token. */
    public String machine(String scope) {
        return sign(new JWTClaimsSet.Builder().issuer(url()).subject("operator").claim("scope", scope).issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(900))).build());
    }

    private String sign(JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void machineToken(HttpExchange exchange) throws IOException {
        boolean known = "Basic ZHNyLXNlcnZpY2U6c2VjcmV0".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String token = sign(new JWTClaimsSet.Builder().subject("dsr-service").claim("scope", "ledger:read").build());
        answer(exchange, known ? 200 : 401, JSON.writeValueAsBytes(Map.of("access_token", token, "token_type", "Bearer", "expires_in", 900)));
    }

    private void ledgers(HttpExchange exchange) throws IOException {
        if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
            answer(exchange, 401, new byte[0]);
            return;
        }
        String path = exchange.getRequestURI().getPath().substring(LEDGERS.length());
        if (path.equals("find")) {
            find(exchange);
        } else if (path.length() == 36) {
            answer(exchange, 200, JSON.writeValueAsBytes(ledgers.values().stream().filter(head -> head.ledger().toString().equals(path)).findFirst().orElseThrow()));
        } else if (path.endsWith("/completeness")) {
            answer(exchange, 200, JSON.writeValueAsBytes(completeness(UUID.fromString(path.substring(0, 36)))));
        } else {
            range(exchange, UUID.fromString(path.substring(0, 36)), path.endsWith("/proofs") ? Neighbours::proof : Neighbours::entry);
        }
    }

    /** As it travels; whether proofs hold is shown where they are made. */
    public static EntryProof proof(long number) {
        return new EntryProof(EntryProof.FORMAT, List.of(new EntryProof.Field("number", new byte[] {(byte) number}, null, null)), "proof " + number, "key");
    }

    /** As it travels, too. */
    public static CompletenessStatement completeness(UUID ledger) {
        return new CompletenessStatement(CompletenessStatement.FORMAT, ledger, 17, 3, new byte[32], new byte[32], List.of(), "heads", "proof", "key");
    }

    private void find(HttpExchange exchange) throws IOException {
        var head = ledgers.get(JSON.readValue(exchange.getRequestBody().readAllBytes(), LedgerQuery.class).account());
        answer(exchange, head == null ? 404 : 200, head == null ? new byte[0] : JSON.writeValueAsBytes(head));
    }

    private void range(HttpExchange exchange, UUID ledger, LongFunction<Object> line) throws IOException {
        Map<String, Long> query = Stream.of(exchange.getRequestURI().getQuery().split("&"))
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> Long.parseLong(part[1])));
        long upTo = query.get("upTo");
        if (indexed.getOrDefault(ledger, Long.MAX_VALUE) < upTo) {
            answer(exchange, 409, new byte[0]);
            return;
        }
        var page = new ArrayList<Object>();
        long expired = ledgers.values().stream().filter(head -> head.ledger().equals(ledger)).mapToLong(LedgerHead::expired).findFirst().orElse(0);
        for (long number = Math.max(query.get("after"), expired) + 1; number <= upTo && page.size() < query.get("size"); number++) {
            page.add(line.apply(number));
        }
        answer(exchange, 200, JSON.writeValueAsBytes(page));
    }

    /** The same entry for the same number; every hundredth one goes to a recipient, for a purpose of its own. */
    public static AccessEntry entry(long number) {
        var at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number);
        if (number % 100 == 7) {
            return new AccessEntry(
                    new UUID(1, number), null, number, at, at.plusSeconds(1), "urn:innsyn:demo:billing",
                    new AccessEntry.ActorView(ActorKind.STAFF, "billing", "clerk", null), Operation.DISCLOSE, "/customers/billing",
                    List.of("billing"), "billing.collection", "legitimate-interests", Verdict.WITHIN_POLICY, "1", null,
                    new AccessEntry.Details(null, null, null, "Collectors <AS>", null, null, null));
        }
        return new AccessEntry(
                new UUID(1, number), null, number, at, at.plusSeconds(1), "urn:innsyn:demo:support-desk",
                new AccessEntry.ActorView(ActorKind.STAFF, "support/tier-1", "case-agent", null), Operation.READ, "/customers/contact",
                List.of("contact-details"), "support.case", "contract", Verdict.WITHIN_POLICY, "1", null,
                new AccessEntry.Details(null, "=HYPERLINK(\"x\")", "C-" + number, null, List.of("email"), null, "10.0.0.1"));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
