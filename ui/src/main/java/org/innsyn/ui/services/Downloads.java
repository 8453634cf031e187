package org.innsyn.ui.services;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/**
 * Fetches a request's package, passed on as it comes. {@code RequestsApi.download} says the same, but a proxy would
 * hold the whole package in memory.
 */
public final class Downloads {

    private final RestClient client;
    private final String path;

    /** @param path with a place for the id */
    Downloads(RestClient client, String path) {
        this.client = client;
        this.path = path;
    }

    /** What is to be done once it is known that the package comes, before its first byte. */
    @FunctionalInterface
    public interface Target {
        OutputStream open(long sizeBytes) throws IOException;
    }

    /**
     * @param request whose package
     * @param target opened only when the service gives the package
     * @throws ServiceProblem when it does not
     */
    public void fetch(UUID request, Target target) {
        client.post()
                .uri(path, request)
                .accept(MediaType.parseMediaType("application/zip"), MediaType.APPLICATION_PROBLEM_JSON)
                .exchange((sent, response) -> {
                    try (var body = response.getBody()) {
                        return body.transferTo(target.open(response.getHeaders().getContentLength()));
                    }
                });
    }
}
