package org.innsyn.ui.services;

import java.io.IOException;
import java.io.OutputStream;
import org.innsyn.schemas.request.CopyLinks.RedeemCopyLink;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Fetches the copy of a link for somebody who need not be signed in, passed on as it comes: {@code CopiesApi.redeem} without holding it in memory. */
public final class LinkedCopies {

    private final RestClient client;

    LinkedCopies(RestClient client) {
        this.client = client;
    }

    /** What is to be done once it is known that the copy comes, before its first byte. */
    @FunctionalInterface
    public interface Target {

        /** @param sizeBytes -1 where nobody knows it before, as behind a password */
        OutputStream open(String fileName, long sizeBytes) throws IOException;
    }

    /**
     * Spends the link.
     *
     * @param target opened only when the service gives the copy
     * @throws ServiceProblem when it does not; {@code NOT_FOUND} when the link was used, or its time is over
     */
    public void fetch(String token, Target target) {
        client.post()
                .uri("/api/v1/copies/redeem")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.parseMediaType("application/zip"), MediaType.APPLICATION_PROBLEM_JSON)
                .body(new RedeemCopyLink(token))
                .exchange((sent, response) -> {
                    var headers = response.getHeaders();
                    try (var body = response.getBody()) {
                        return body.transferTo(target.open(fileName(headers.getContentDisposition().getFilename()), headers.getContentLength()));
                    }
                });
    }

    private static String fileName(@Nullable String said) {
        return said != null && said.matches("[A-Za-z0-9-]{1,60}[.]zip") ? said : "copy.zip";
    }
}
