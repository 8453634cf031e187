package org.innsyn.ui.services;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import org.innsyn.ui.services.ServiceProblem.Kind;
import org.innsyn.ui.signin.AccessTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Sends the signed-in person's token with every call that needs one, and turns every failure into a {@link ServiceProblem}. */
final class SignedInCalls implements ClientHttpRequestInterceptor {

    private final @Nullable AccessTokens tokens;
    private final ProblemReader problems;
    private final Silence silence;

    /** @param tokens null for what is open to everybody */
    SignedInCalls(@Nullable AccessTokens tokens, ProblemReader problems, Silence silence) {
        this.tokens = tokens;
        this.problems = problems;
        this.silence = silence;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
        try {
            if (tokens != null) {
                request.getHeaders().setBearerAuth(tokens.current());
            }
            var response = answer(request, body, execution);
            if (response.getStatusCode().isError()) {
                try (response) {
                    throw problems.read(response);
                }
            }
            return response;
        } catch (AccessTokens.SignInNeeded e) {
            throw new ServiceProblem(Kind.SIGN_IN, e.getMessage());
        } catch (AccessTokens.SignInAway e) {
            throw new ServiceProblem(Kind.AWAY, e.getMessage());
        } catch (IOException e) {
            throw new ServiceProblem(Kind.AWAY, "no answer: " + e.getClass().getSimpleName());
        }
    }

    private ClientHttpResponse answer(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
        var since = silence.enter();
        try {
            var response = execution.execute(request, body);
            if (ProblemReader.isAway(response.getStatusCode().value())) {
                silence.answeredForAnother(since);
            } else {
                silence.answered();
            }
            return response;
        } catch (HttpTimeoutException e) {
            silence.inVain(since);
            throw e;
        } catch (IOException e) {
            // Refused at once, or broken off: nobody has to wait for that.
            silence.answered();
            throw e;
        }
    }
}
