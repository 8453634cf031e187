package org.innsyn.capture.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.innsyn.capture.TokenSupplier;
import org.innsyn.capture.json.JsonReader;
import org.innsyn.capture.spool.Spooled;

/** {@code POST /api/v1/access-events}: a batch of CloudEvents, answered event by event. */
public final class AuditEndpoint implements AutoCloseable {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI address;
    private final TokenSupplier token;
    private final Clock clock;

    /** @param base the audit-service's address, without a path */
    public AuditEndpoint(URI base, TokenSupplier token, Clock clock) {
        address = base.resolve("/api/v1/access-events");
        this.token = token;
        this.clock = clock;
    }

    Answer report(List<Spooled> events) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address).timeout(LONGEST_ANSWER)
                    .header("Authorization", "Bearer " + token.token())
                    .header("Content-Type", "application/cloudevents-batch+json")
                    .header("Accept", "application/json")
                    .POST(BodyPublishers.ofByteArray(body(events))).build();
            return answer(http.send(request, BodyHandlers.ofString()), events.size());
        } catch (IOException e) {
            return new Answer.Later(Duration.ZERO, "no answer (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static byte[] body(List<Spooled> events) {
        var body = new ByteArrayOutputStream();
        for (var event : events) {
            body.write(body.size() == 0 ? '[' : ',');
            body.writeBytes(event.json());
        }
        body.write(']');
        return body.toByteArray();
    }

    private Answer answer(HttpResponse<String> response, int events) {
        switch (response.statusCode()) {
            case 200 -> {
                return results(response.body(), events);
            }
            case 400, 413 -> {
                return new Answer.Unreadable(response.statusCode());
            }
            case 401, 403 -> token.refused();
            default -> {}
        }
        return new Answer.Later(retryAfter(response), "answered " + response.statusCode());
    }

    private static Answer results(String body, int events) {
        try {
            if (JsonReader.read(body) instanceof Map<?, ?> answer && answer.get("results") instanceof List<?> results && results.size() == events) {
                var each = new ArrayList<Answer.Result>();
                for (var result : results) {
                    each.add(result(result));
                }
                return new Answer.Results(each);
            }
        } catch (IOException e) {
            // Told below.
        }
        return new Answer.Later(Duration.ZERO, "the answer does not say what became of each event");
    }

    private static Answer.Result result(Object result) throws IOException {
        if (result instanceof Map<?, ?> one) {
            var status = one.get("status");
            if ("recorded".equals(status)) {
                return new Answer.Result(Answer.Status.RECORDED, "", "");
            } else if ("duplicate".equals(status)) {
                return new Answer.Result(Answer.Status.DUPLICATE, "", "");
            } else if ("rejected".equals(status)) {
                var reason = one.get("reason") instanceof Map<?, ?> told ? told : Map.of();
                return new Answer.Result(Answer.Status.REJECTED, text(reason.get("code"), "unknown"), text(reason.get("detail"), ""));
            }
        }
        throw new IOException("a result is none of those there are");
    }

    private static String text(Object value, String otherwise) {
        return value instanceof String text ? text : otherwise;
    }

    /** RFC 9110 section 10.2.3: seconds, or a date. */
    private Duration retryAfter(HttpResponse<?> response) {
        var told = response.headers().firstValue("Retry-After").orElse("0").strip();
        try {
            var wait = told.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(told))
                    : Duration.between(clock.instant(), ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
