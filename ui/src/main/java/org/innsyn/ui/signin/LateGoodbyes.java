package org.innsyn.ui.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A page that is left says goodbye to the push connection, and that can arrive after a sign-in has given the session another id. Nothing is open then that could
 * be closed; answered as usual it would get a session of its own, and the browser would take that for the one that is signed in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LateGoodbyes extends OncePerRequestFilter {

    /** How the push client says that it leaves. */
    private static final String LEAVES = "X-Atmosphere-Transport=close";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getQueryString() == null || !request.getQueryString().contains(LEAVES);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (request.getSession(false) == null) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            chain.doFilter(request, response);
        }
    }
}
