package org.innsyn.bench.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The search engine's own HTTP interface, with nothing of ours before it. */
public final class Elasticsearch implements AutoCloseable {

    private final String url;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Elasticsearch(String url) {
        this.url = url;
    }

    public String post(String path, String body) {
        return send("POST", path, "application/json", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public String put(String path, String body) {
        return send("PUT", path, "application/json", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public String get(String path) {
        return send("GET", path, "application/json", new byte[0]);
    }

    public String delete(String path) {
        return send("DELETE", path, "application/json", new byte[0]);
    }

    /** One bulk request of lines that were made before. */
    public String bulk(String index, byte[] lines) {
        var answer = send("POST", "/" + index + "/_bulk", "application/x-ndjson", lines);
        if (!answer.substring(0, Math.min(100, answer.length())).contains("\"errors\":false")) {
            throw new IllegalStateException("Elasticsearch refused a document in a bulk request");
        }
        return answer;
    }

    private String send(String method, String path, String type, byte[] body) {
        try {
            var publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
            var response = http.send(HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofMinutes(10)).header("Content-Type", type)
                    .method(method, publisher).build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("Elasticsearch answered " + response.statusCode() + " to " + method + " " + path + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException("Elasticsearch did not answer " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
