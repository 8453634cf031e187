package org.innsyn.ui.signin;

import java.util.HashSet;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Reads a person's roles from the very token the services judge by, so that pages offer what services allow. */
@Component
class RolesFromAccessToken implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final JwtDecoder decoder;

    RolesFromAccessToken(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var authorities = new HashSet<GrantedAuthority>();
        for (String role : roles(request.getAccessToken().getTokenValue())) {
            authorities.add(new SimpleGrantedAuthority("ROLE_" + role));
        }
        return new DefaultOidcUser(authorities, request.getIdToken());
    }

    private List<String> roles(String accessToken) {
        try {
            var roles = decoder.decode(accessToken).getClaimAsStringList("roles");
            return roles == null ? List.of() : roles;
        } catch (JwtException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("invalid_token"), e);
        }
    }
}
