package org.innsyn.verifier.tiles;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A log on a web server. Redirects are not followed: the reader named the place. */
final class LogServer implements LogSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI prefix;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    LogServer(URI prefix) {
        this.prefix = prefix;
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        URI file = prefix.resolve(path);
        var request = HttpRequest.newBuilder(file).timeout(PATIENCE).header("Accept-Encoding", "gzip, identity").build();
        HttpResponse<InputStream> response;
        try {
            response = client.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
        try (InputStream body = response.body()) {
            return switch (response.statusCode()) {
                case 200 -> Optional.of(content(response, body, path));
                case 404, 410 -> Optional.empty();
                default -> throw new IOException(file + " answers with status " + response.statusCode());
            };
        }
    }

    private static byte[] content(HttpResponse<?> response, InputStream body, String path) throws IOException {
        boolean zipped = response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
        byte[] content = (zipped ? new GZIPInputStream(body) : body).readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw new IOException(path + " is too large for a file of a log");
        }
        return content;
    }
}
