package org.innsyn.capture.spring;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.innsyn.schemas.access.AccessEvent;
import org.innsyn.schemas.access.ReportResult;
import org.innsyn.schemas.access.ReportResult.EventResult;
import org.innsyn.schemas.access.ReportResult.Status;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the audit-service's protocol and records everything. */
final class Peer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<AccessEvent> recorded = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Peer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/access-events", exchange -> {
            var events = List.of(JSON.readValue(exchange.getRequestBody().readAllBytes(), AccessEvent[].class));
            recorded.addAll(events);
            var answer = JSON.writeValueAsString(new ReportResult(events.stream().map(event -> new EventResult(event.id(), Status.RECORDED, null)).toList())).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
