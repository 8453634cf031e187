package org.innsyn.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Honours {@code prompt=login} and {@code max_age} (OpenID Connect Core 1.0 section 3.1.2.1): whoever is signed in already
 * gives the password again. Services ask for it before something that cannot be undone.
 */
final class FreshSignIn extends OncePerRequestFilter {

    private static final String HONOURED = FreshSignIn.class.getName() + ".honoured";

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Clock clock;
    private final HttpSessionRequestCache requests = new HttpSessionRequestCache();

    FreshSignIn(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/oauth2/authorize");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || !person.isAuthenticated()) {
            // The sign-in that now follows is the one this request asks for.
            markHonoured(request);
            chain.doFilter(request, response);
        } else if (isTooOld(person, request) || mustPrompt(request)) {
            signInAgain(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isTooOld(Authentication person, HttpServletRequest request) {
        Duration maxAge = maxAge(request.getParameter("max_age"));
        Instant signedInAt = TokenClaims.signedInAt(person);
        // Without a known time the sign-in counts as too old; the grace lets max_age=0 come to an end.
        return maxAge != null
                && (signedInAt == null || signedInAt.plus(maxAge).plus(GRACE).isBefore(clock.instant()));
    }

    private static @Nullable Duration maxAge(@Nullable String seconds) {
        return seconds != null && seconds.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    /** The same request comes back after the sign-in it asked for; its {@code state} tells the two apart. */
    private static boolean mustPrompt(HttpServletRequest request) {
        String prompt = request.getParameter("prompt");
        return prompt != null
                && List.of(prompt.split(" ")).contains("login")
                && !Objects.equals(request.getSession().getAttribute(HONOURED), marker(request));
    }

    private static void markHonoured(HttpServletRequest request) {
        request.getSession().setAttribute(HONOURED, marker(request));
    }

    private static String marker(HttpServletRequest request) {
        return String.valueOf(request.getParameter("state"));
    }

    private void signInAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        requests.saveRequest(request, response);
        markHonoured(request);
        request.getSession().removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        SecurityContextHolder.clearContext();
        response.sendRedirect("/sign-in?again");
    }
}
