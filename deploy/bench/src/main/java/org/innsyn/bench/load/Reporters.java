package org.innsyn.bench.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.innsyn.bench.house.Endpoint;

/** Applications that report at the same time, each its batches one after the other over a connection that stays open. */
public final class Reporters implements AutoCloseable {

    private static final String RECORDED = "\"recorded\"";

    private final Endpoint endpoint;
    private final int clients;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();

    public Reporters(Endpoint endpoint, List<String> sources, int clients) {
        this.endpoint = endpoint;
        this.clients = clients;
        this.token = endpoint.token(sources);
    }

    /** Reports a workload's round; see {@link #report(List, int)}. */
    public double report(Workload workload, int round) throws Exception {
        return report(workload.batches(round).stream().map(Events::json).toList(), workload.batchSize());
    }

    /**
     * Reports all batches and waits for every answer.
     *
     * @param bodies made before, so that making them costs no time here
     * @param events in each of them
     * @return seconds from the first request to the last answer
     * @throws IllegalStateException when an event was not recorded
     */
    public double report(List<byte[]> bodies, int events) throws Exception {
        var work = new ArrayList<Callable<Void>>();
        for (int client = 0; client < clients; client++) {
            int first = client;
            work.add(() -> {
                for (int i = first; i < bodies.size(); i += clients) {
                    send(bodies.get(i), events);
                }
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(clients)) {
            long begun = System.nanoTime();
            for (var each : threads.invokeAll(work)) {
                each.get();
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    /** Sends one batch until it is taken: a service that is busy says when to come again. */
    private void send(byte[] body, int events) throws IOException, InterruptedException {
        var response = http.send(request(body), BodyHandlers.ofString());
        while (response.statusCode() == 429) {
            TimeUnit.SECONDS.sleep(response.headers().firstValueAsLong("Retry-After").orElse(1));
            response = http.send(request(body), BodyHandlers.ofString());
        }
        requireRecorded(response, events);
    }

    /** A batch of one whose answer is awaited by whoever asks for it. */
    public HttpRequest request(byte[] body) {
        return HttpRequest.newBuilder(endpoint.reports()).timeout(Duration.ofMinutes(5)).header("Authorization", "Bearer " + token)
                .header("Content-Type", endpoint.mediaType()).POST(BodyPublishers.ofByteArray(body)).build();
    }

    public HttpClient http() {
        return http;
    }

    /** Throws unless all {@code events} of a batch are answered as recorded. */
    public void requireRecorded(HttpResponse<String> response, int events) {
        int recorded = 0;
        for (int at = response.body().indexOf(RECORDED); at >= 0; at = response.body().indexOf(RECORDED, at + 1)) {
            recorded++;
        }
        if (response.statusCode() != 200 || recorded != events) {
            throw new IllegalStateException("%s answered %d and recorded %d of %d events: %s".formatted(
                    endpoint.name(), response.statusCode(), recorded, events, response.body().substring(0, Math.min(400, response.body().length()))));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
