package org.innsyn.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import tools.jackson.databind.json.JsonMapper;

/** What every HTTP API of the house has in common: bearer tokens, no sessions, and refusals told as problem details. */
public final class ApiSecurity {

    private ApiSecurity() {}

    /** To be followed by the service's own rules; whatever those do not name must be denied. */
    public static HttpSecurity bearerTokensOnly(HttpSecurity http, JsonMapper json) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(server -> server
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(converter()))
                        .authenticationEntryPoint((request, response, e) -> tell(json, response, notSignedIn()))
                        .withObjectPostProcessor(new TokenFailures((request, response, e) ->
                                tell(json, response, e instanceof AuthenticationServiceException ? providerAway() : notSignedIn())))
                        .accessDeniedHandler((request, response, e) -> tell(json, response, forbidden())))
                .exceptionHandling(errors -> errors.accessDeniedHandler((request, response, e) -> tell(json, response, forbidden())));
    }

    /** What the filter that reads tokens does when one is not good, or cannot be looked at. */
    private record TokenFailures(AuthenticationFailureHandler handler) implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {
        @Override
        public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler(handler);
            return filter;
        }
    }

    private static Problem notSignedIn() {
        return new Problem(401, "not-signed-in", "Sign in first", "This needs a valid access token. Nothing was done.");
    }

    /** The token may be good: whoever sent it must not throw it away. */
    private static Problem providerAway() {
        return new Problem(503, "provider-away", "The token cannot be checked now",
                "The identity provider's keys could not be fetched. Nothing was done; send the same again.").retryAfter(Duration.ofSeconds(1));
    }

    static Problem forbidden() {
        return new Problem(403, "not-allowed", "Not for this role", "The access token is valid, but its roles and scopes do not allow this. Nothing was done.");
    }

    /** Roles become {@code ROLE_dpo}, scopes {@code SCOPE_access:report}. */
    private static JwtAuthenticationConverter converter() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(ApiSecurity::authorities);
        return converter;
    }

    private static Collection<GrantedAuthority> authorities(Jwt jwt) {
        var authorities = new ArrayList<GrantedAuthority>();
        SignedIn.list(jwt, "roles").forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
        SignedIn.scopes(jwt).forEach(scope -> authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
        return authorities;
    }

    private static void tell(JsonMapper json, HttpServletResponse response, Problem problem) throws IOException {
        ProblemDetail body = problem.getBody();
        response.setStatus(body.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (body.getStatus() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        var retryAfter = problem.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
