package org.innsyn.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import org.innsyn.verifier.encoding.Utf8;

/** The witness over HTTP: {@code POST /add-checkpoint}, {@code GET /<origin hash>/checkpoint}. Reads no more than {@value #LARGEST} bytes. */
final class WitnessServer {

    private static final int LARGEST = 64 << 10;
    private static final int THREADS = 8;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Map<String, KnownLog> byOrigin;
    private final Map<String, KnownLog> byPath;

    /** @param byOrigin the logs it knows; @param byPath the same by {@code /<origin hash>/checkpoint} */
    WitnessServer(Map<String, KnownLog> byOrigin, Map<String, KnownLog> byPath) {
        this.byOrigin = Map.copyOf(byOrigin);
        this.byPath = Map.copyOf(byPath);
    }

    /** Listens; returns the port. */
    int start(InetSocketAddress address) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.start();
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean asksToSign = path.equals("/add-checkpoint");
            if (!exchange.getRequestMethod().equals(asksToSign ? "POST" : "GET")) {
                answer(exchange, 405, TEXT, "not here\n");
            } else if (asksToSign) {
                sign(exchange);
            } else {
                var note = java.util.Optional.ofNullable(byPath.get(path)).flatMap(KnownLog::newest);
                answer(exchange, note.isPresent() ? 200 : 404, TEXT, note.orElse("nothing was cosigned for such a log\n"));
            }
        }
    }

    private void sign(HttpExchange exchange) throws IOException {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new Refused(Refused.BAD_REQUEST, "the request is too large");
            }
            Request request = Request.parse(body);
            KnownLog log = byOrigin.get(request.checkpoint().origin());
            if (log == null) {
                throw new Refused(Refused.UNKNOWN_LOG, "this witness does not know the log");
            }
            answer(exchange, 200, TEXT, log.cosign(request));
        } catch (Refused refused) {
            String type = refused.status() == Refused.OTHER_SIZE ? "text/x.tlog.size" : TEXT;
            answer(exchange, refused.status(), type, refused.getMessage() + "\n");
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = Utf8.encode(body);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
