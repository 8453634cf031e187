package org.innsyn.capture;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.Rejection;
import org.innsyn.schemas.access.ReportResult;
import org.innsyn.schemas.access.ReportResult.EventResult;
import org.innsyn.schemas.access.ReportResult.Status;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the audit-service's protocol over real HTTP, and can be told to answer as a service in trouble does. */
final class AuditPeer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final Map<String, AccessEvent> recorded = new LinkedHashMap<>();
    private final List<Integer> batches = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private Function<AccessEvent, Rejection> judge = event -> null;
    private int tokensGiven;

    /** What a batch is answered with instead of being recorded. */
    record Reply(int status, String body, Map<String, String> headers) {
        static Reply of(int status, String... header) {
            return new Reply(status, "{}", header.length == 0 ? Map.of() : Map.of(header[0], header[1]));
        }
    }

    AuditPeer() {
        this(0);
    }

    AuditPeer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/access-events", this::report);
        server.createContext("/token", this::token);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The next batches are answered so, each once. */
    synchronized void answers(Reply... next) {
        replies.addAll(List.of(next));
    }

    /** Which events are rejected; null is recorded. */
    synchronized void judges(Function<AccessEvent, Rejection> by) {
        judge = by;
    }

    /** Each event once, in the order they were recorded. */
    synchronized List<AccessEvent> recorded() {
        return List.copyOf(recorded.values());
    }

    /** How many events each batch had that came. */
    synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    synchronized List<String> tokens() {
        return List.copyOf(tokens);
    }

    private synchronized void report(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        if (!exchange.getRequestHeaders().getFirst("Content-Type").equals("application/cloudevents-batch+json")) {
            send(exchange, Reply.of(415));
            return;
        }
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        var events = List.of(JSON.readValue(body, AccessEvent[].class));
        batches.add(events.size());
        var reply = replies.poll();
        send(exchange, reply != null ? reply : new Reply(200, JSON.writeValueAsString(new ReportResult(events.stream().map(this::take).toList())), Map.of()));
    }

    private EventResult take(AccessEvent event) {
        var rejection = judge.apply(event);
        if (rejection != null) {
            return new EventResult(event.id(), Status.REJECTED, rejection);
        }
        var before = recorded.putIfAbsent(event.id(), event);
        return before != null && !before.equals(event)
                ? new EventResult(event.id(), Status.REJECTED, new Rejection(Rejection.Code.CONFLICT, "other content"))
                : new EventResult(event.id(), before == null ? Status.RECORDED : Status.DUPLICATE, null);
    }

    private synchronized void token(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean right = form.equals("grant_type=client_credentials&scope=access%3Areport")
                && "Basic ZGVzazpzZWNyZXQ=".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        send(exchange, right ? new Reply(200, "{\"access_token\": \"t" + ++tokensGiven + "\", \"expires_in\": 300}", Map.of()) : Reply.of(401));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
