package org.innsyn.audit.recovery;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Answers everything with the refusal, as a problem detail, while there is one. */
final class RefusalFilter extends OncePerRequestFilter {

    private final Supplier<Optional<Refusal>> refusal;
    private final JsonMapper json;

    RefusalFilter(Supplier<Optional<Refusal>> refusal, JsonMapper json) {
        this.refusal = refusal;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var why = refusal.get();
        if (why.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(why.get().problem().getBody()));
        }
    }
}
