package org.innsyn.drill.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.innsyn.bench.house.Endpoint;
import org.innsyn.schemas.access.ReportResult;
import org.innsyn.schemas.access.ReportResult.Status;
import tools.jackson.databind.json.JsonMapper;

/** Reports over HTTP, to whichever of the service's processes answers. */
final class HttpApplication extends Application {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Endpoint> endpoints;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private int next;

    HttpApplication(String source, int batch, Duration between, int first, List<Endpoint> endpoints) {
        super(source, batch, between);
        this.endpoints = endpoints;
        this.token = endpoints.getFirst().token(List.of(source));
        this.next = first;
    }

    @Override
    boolean send(long first, int count) throws InterruptedException {
        var endpoint = endpoints.get(next % endpoints.size());
        var request = HttpRequest.newBuilder(endpoint.reports()).timeout(Duration.ofSeconds(20)).header("Authorization", "Bearer " + token)
                .header("Content-Type", endpoint.mediaType()).POST(BodyPublishers.ofByteArray(Reports.json(Reports.of(source(), first, count)))).build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                return areAcknowledged(JSON.readValue(response.body(), ReportResult.class));
            }
            notAcknowledged("answered " + response.statusCode());
            // 401: the token is good, but the service could not get the key that says so in time. It asks again for every request.
            if (response.statusCode() < 500 && response.statusCode() != 429 && response.statusCode() != 401) {
                throw new IllegalStateException("a batch was answered " + response.statusCode() + " " + response.body());
            }
        } catch (IOException notAnswered) {
            // killed before it answered: what became of the batch is not known
            notAcknowledged(notAnswered.toString());
        }
        next++;
        return false;
    }

    /** An event that alone could not be recorded is to be sent again, says the answer; anything else that is rejected is a fault. */
    private boolean areAcknowledged(ReportResult result) {
        var rejected = result.results().stream().filter(each -> each.status() == Status.REJECTED).toList();
        rejected.stream().filter(each -> each.reason() == null || !each.reason().code().name().equals("NOT_RECORDED")).findFirst().ifPresent(each -> {
            throw new IllegalStateException("report " + each.id() + " was rejected: " + each.reason());
        });
        if (!rejected.isEmpty()) {
            notAcknowledged("%d of %d not recorded".formatted(rejected.size(), result.results().size()));
        }
        return rejected.isEmpty();
    }

    @Override
    public void close() {
        super.close();
        http.shutdownNow();
    }
}
