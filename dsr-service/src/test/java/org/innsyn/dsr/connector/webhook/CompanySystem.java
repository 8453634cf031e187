package org.innsyn.dsr.connector.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A company's system as somebody else would write it from the documentation: takes orders, is slow, and checks who asks. */
public final class CompanySystem implements AutoCloseable {

    public static final String SECRET = "a-secret-that-both-sides-know";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Map<String, Long> records = new ConcurrentHashMap<>();
    private final Set<String> finished = ConcurrentHashMap.newKeySet();
    private final List<JsonNode> orders = new CopyOnWriteArrayList<>();
    private volatile boolean slow;
    private volatile boolean pretends;

    public CompanySystem() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/privacy", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/privacy");
    }

    public void holds(String account, long count) {
        records.put(account, count);
    }

    /** From now on collections and erasures take until {@link #finish}. */
    public void slow() {
        slow = true;
    }

    /** From now on it says that it removed what it did not. */
    void pretend() {
        pretends = true;
    }

    /** Ends every order of this kind. */
    public void finish(String type) {
        orders(type).forEach(order -> {
            if (type.equals("erase") && !pretends) {
                records.remove(order.get("account").asString());
            }
            finished.add(order.get("id").asString());
        });
    }

    /** What was ordered of this kind, as often as it came. */
    public List<JsonNode> orders(String type) {
        return new ArrayList<>(orders.stream().filter(order -> order.get("type").asString().equals(type)).toList());
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (!isSigned(exchange, body.length == 0 ? path.getBytes(UTF_8) : body)) {
            answer(exchange, 401, "{}");
        } else if (path.contains("/files/")) {
            answer(exchange, 200, "{\"note\":\"called on Monday\"}");
        } else {
            order(exchange, JSON.readTree(body));
        }
    }

    private void order(HttpExchange exchange, JsonNode order) throws IOException {
        orders.add(order);
        String id = order.get("id").asString();
        String type = order.get("type").asString();
        if (type.equals("discover")) {
            answer(exchange, 200, state(id, "completed", records.getOrDefault(order.get("account").asString(), 0L), ""));
        } else if (slow && !finished.contains(id)) {
            answer(exchange, 202, state(id, "in-progress", 0, ""));
        } else {
            if (!slow) {
                finish(type);
            }
            answer(exchange, 200, state(id, "completed", 1, type.equals("collect") ? ",\"files\":[[\"../notes\",\"notes.json\"]]" : ""));
        }
    }

    private static String state(String id, String status, long records, String more) {
        return "{\"id\":\"%s\",\"status\":\"%s\",\"records\":%d%s}".formatted(id, status, records, more);
    }

    private static boolean isSigned(HttpExchange exchange, byte[] signed) {
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        String at = exchange.getRequestHeaders().getFirst("webhook-timestamp");
        return signature(id, at, signed).equals(exchange.getRequestHeaders().getFirst("webhook-signature"));
    }

    /** As Standard Webhooks say. */
    public static String signature(String id, String at, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            mac.update((id + "." + at + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
