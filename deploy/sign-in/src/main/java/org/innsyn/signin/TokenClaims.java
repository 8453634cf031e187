package org.innsyn.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.innsyn.signin.Directory.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** What tokens say beyond the standard: the roles, the customer's account or the unit, and when the person signed in. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Directory directory;

    TokenClaims(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        String client = token.getRegisteredClient().getClientId();
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType())) {
            directory.machineClient(client).ifPresent(machine -> sources(token.getClaims(), machine));
            directory.actedAsBy(client).ifPresent(account -> commandLine(token.getClaims(), account));
        } else {
            directory.byId(token.getPrincipal().getName()).ifPresent(account -> person(token, account));
        }
    }

    private static void sources(JwtClaimsSet.Builder claims, Directory.MachineClient machine) {
        if (!machine.sources().isEmpty()) {
            claims.claim("source", machine.sources());
        }
    }

    /** Presenting the client's secret is the sign-in; it happened now. */
    private static void commandLine(JwtClaimsSet.Builder claims, Account account) {
        Instant now = Instant.now();
        claims.subject(account.id());
        claims.claim("scope", Set.of(OidcScopes.OPENID));
        claims.claim("sid", "command-line");
        describe(claims, account, now);
    }

    private static void person(JwtEncodingContext token, Account account) {
        JwtClaimsSet.Builder claims = token.getClaims();
        describe(claims, account, signedInAt(token.getPrincipal()));
        if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
            claims.claim("name", account.name());
        } else if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
            claims.claim("sid", sessionOf(token.getPrincipal()));
        }
    }

    /** @throws OAuth2AuthenticationException when the account's time is over, also where somebody is signed in still */
    private static void describe(JwtClaimsSet.Builder claims, Account account, @Nullable Instant signedInAt) {
        if (account.isOver(Instant.now())) {
            throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT));
        }
        if (account.until() != null) {
            claims.claims(all -> all.computeIfPresent("exp", (name, exp) -> exp instanceof Instant end && end.isAfter(account.until()) ? account.until() : exp));
        }
        claims.claim("roles", account.roles());
        if (account.account() != null) {
            claims.claim("account", account.account());
        }
        if (account.unit() != null) {
            claims.claim("unit", account.unit());
        }
        if (signedInAt != null) {
            claims.claim("auth_time", signedInAt.getEpochSecond());
        }
    }

    /** When the password was given, not when the token was made: refreshed tokens keep it. */
    static @Nullable Instant signedInAt(Authentication person) {
        return person.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .map(FactorGrantedAuthority::getIssuedAt)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Names one sign-in without being good for anything: the hash of a session id that was replaced at sign-in. */
    private static String sessionOf(Authentication person) {
        String session = person.getDetails() instanceof WebAuthenticationDetails details && details.getSessionId() != null
                ? details.getSessionId()
                : person.getName();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(session));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
