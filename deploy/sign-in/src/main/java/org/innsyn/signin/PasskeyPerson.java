package org.innsyn.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthentication;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who came in by a passkey becomes the same person as by a password: named by the opaque id, with the session that tokens name. The time and
 * kind of the sign-in stay in the authorities.
 */
final class PasskeyPerson extends OncePerRequestFilter {

    private final Directory directory;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    PasskeyPerson(Directory directory) {
        this.directory = directory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof WebAuthnAuthentication passkey) {
            var account = directory.byUsername(passkey.getName()).orElseThrow();
            var person = UsernamePasswordAuthenticationToken.authenticated(new User(account.id(), "", passkey.getAuthorities()), null, passkey.getAuthorities());
            person.setDetails(new WebAuthenticationDetails(request));
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(person);
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
        }
        chain.doFilter(request, response);
    }
}
