package org.innsyn.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a password be looked at only when it is its turn, and counts what came of it. Whoever has to wait learns nothing else: not whether it was right. */
final class SlowGuessing extends OncePerRequestFilter {

    private static final int LONGEST_NAME = 200;

    private final Guesses guesses;

    SlowGuessing(Guesses guesses) {
        this.guesses = guesses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().equals("/sign-in");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var typed = request.getParameter("username");
        var name = typed == null ? "" : typed.substring(0, Math.min(typed.length(), LONGEST_NAME));
        if (guesses.mustWait(name, request.getRemoteAddr())) {
            response.sendRedirect("/sign-in?wait");
            return;
        }
        chain.doFilter(request, response);
        var location = response.getHeader("Location");
        if (location != null && location.endsWith("/sign-in?error")) {
            guesses.wrong(name, request.getRemoteAddr());
        } else if (location != null) {
            guesses.right(name, request.getRemoteAddr());
        }
    }
}
