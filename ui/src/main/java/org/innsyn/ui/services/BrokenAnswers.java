package org.innsyn.ui.services;

import java.io.IOException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.innsyn.ui.services.ServiceProblem.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/** Turns an answer that began and could not be read into a {@link ServiceProblem}, so that a page says it where it waits for the answer. */
final class BrokenAnswers extends HttpExchangeAdapterDecorator {

    BrokenAnswers(HttpExchangeAdapter adapter) {
        super(adapter);
    }

    @Override
    public void exchange(HttpRequestValues request) {
        read(() -> {
            super.exchange(request);
            return true;
        });
    }

    @Override
    public <T> @Nullable T exchangeForBody(HttpRequestValues request, ParameterizedTypeReference<T> type) {
        return read(() -> super.exchangeForBody(request, type));
    }

    private static <T extends @Nullable Object> T read(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (RestClientException e) {
            // Its message may quote what was answered.
            boolean broken = Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause).anyMatch(IOException.class::isInstance);
            throw new ServiceProblem(broken ? Kind.AWAY : Kind.FAULT, broken ? "the answer broke off" : "the answer cannot be read");
        }
    }
}
