package org.innsyn.platform.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who is calling, as the identity provider says.
 *
 * @param id opaque id of the person or program
 * @param roles what people may do
 * @param scopes what programs may do
 * @param account a customer's account
 * @param unit a member of staff's unit
 * @param session the provider's session id, the same for all tokens of one sign-in
 * @param sources which CloudEvents sources a reporter may report for
 */
public record SignedIn(
        String id,
        Set<String> roles,
        Set<String> scopes,
        Optional<String> account,
        Optional<String> unit,
        Optional<String> session,
        Set<String> sources) {

    /** The caller of the request this thread serves. */
    public static SignedIn current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static SignedIn of(Authentication authentication) {
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            throw new IllegalStateException("the request carries no access token");
        }
        var jwt = token.getToken();
        return new SignedIn(
                jwt.getSubject(),
                Set.copyOf(list(jwt, "roles")),
                Set.copyOf(scopes(jwt)),
                Optional.ofNullable(jwt.getClaimAsString("account")),
                Optional.ofNullable(jwt.getClaimAsString("unit")),
                Optional.ofNullable(jwt.getClaimAsString("sid")),
                Set.copyOf(list(jwt, "source")));
    }

    static List<String> list(Jwt jwt, String claim) {
        return jwt.hasClaim(claim) ? jwt.getClaimAsStringList(claim) : List.of();
    }

    /** The scope claim is a list in some providers' tokens and words with blanks between in others' (RFC 9068 section 2.2.3). */
    static List<String> scopes(Jwt jwt) {
        var claim = jwt.getClaims().get("scope");
        return claim instanceof String words ? List.of(words.split(" ")) : list(jwt, "scope");
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Never the account. */
    @Override
    public String toString() {
        return "SignedIn[" + id + "]";
    }
}
