package org.innsyn.dsr.connector.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A system can neither send us to our neighbours nor keep us for ever. */
class GuardedHttpTest {

    private static final Limits STRICT = new Limits(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMillis(700), 100_000);

    private HttpServer server;
    private HttpServer neighbour;
    private final AtomicInteger neighbourAsked = new AtomicInteger();
    private GuardedHttp http;

    @BeforeEach
    void start() throws IOException {
        server = listening(exchange -> {});
        neighbour = listening(exchange -> {
            neighbourAsked.incrementAndGet();
            answer(exchange, 200, "secret");
        });
        http = new GuardedHttp(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), null, STRICT);
    }

    private static HttpServer listening(HttpHandler handler) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", handler);
        server.start();
        return server;
    }

    @AfterEach
    void stop() {
        server.stop(0);
        neighbour.stop(0);
    }

    @Test
    void a_redirection_within_the_origin_is_followed() throws IOException {
        server.createContext("/begin", redirecting("/end"));
        server.createContext("/end", exchange -> answer(exchange, 200, "here"));

        try (var answer = http.follow(get("/begin"))) {
            assertThat(answer.uri().getPath()).isEqualTo("/end");
            assertThat(answer.body().readAllBytes()).asString().isEqualTo("here");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest/meta-data/", "//169.254.169.254/", "http://[fe80::1]/", "https://127.0.0.1/", "file:///etc/passwd"})
    void a_redirection_elsewhere_is_refused(String elsewhere) {
        server.createContext("/begin", redirecting(elsewhere));

        assertThatThrownBy(() -> http.follow(get("/begin"))).isInstanceOf(AnswerRefused.class).hasMessage("it refers to another host");
    }

    @Test
    void another_port_is_another_host() {
        server.createContext("/begin", redirecting("http://127.0.0.1:" + neighbour.getAddress().getPort() + "/"));

        assertThatThrownBy(() -> http.follow(get("/begin"))).isInstanceOf(AnswerRefused.class);
        assertThat(neighbourAsked).hasValue(0);
    }

    @Test
    void a_redirection_without_end_ends() {
        server.createContext("/begin", redirecting("/begin"));

        assertThatThrownBy(() -> http.follow(get("/begin"))).isInstanceOf(AnswerRefused.class).hasMessage("it redirects without end");
    }

    @Test
    void an_answer_that_is_too_long_is_refused() {
        server.createContext("/long", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[10_000]);
            }
        });

        assertThatThrownBy(() -> read("/long")).isInstanceOf(AnswerRefused.class).hasMessageContaining("longer than 100000 bytes");
    }

    @Test
    void an_answer_drop_by_drop_is_refused() {
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                pause(50);
            }
        });

        assertThatThrownBy(() -> read("/slow")).isInstanceOf(AnswerRefused.class).hasMessageContaining("too long");
    }

    @Test
    void silence_in_the_middle_of_an_answer_is_refused() {
        server.createContext("/half", exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            pause(60_000);
        });

        assertThatThrownBy(() -> read("/half")).isInstanceOf(AnswerRefused.class).hasMessageContaining("too long");
    }

    @Test
    void silence_before_an_answer_is_refused() {
        server.createContext("/never", exchange -> pause(60_000));

        assertThatThrownBy(() -> read("/never")).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://192.0.2.1/", "https://169.254.169.254/", "http://169.254.169.254/", "http://dav.example/", "ftp://127.0.0.1/", "file:///etc/passwd", "/only/a/path"
    })
    void neither_without_tls_nor_for_metadata_is_another_machine_asked(String address) {
        assertThatThrownBy(() -> new GuardedHttp(URI.create(address), null, STRICT)).isInstanceOf(IllegalArgumentException.class);
    }

    private void read(String path) throws IOException {
        try (var answer = http.send(get(path))) {
            answer.body().readAllBytes();
        }
    }

    private Question get(String path) {
        return Question.of("GET", http.origin().resolve(path));
    }

    private static HttpHandler redirecting(String to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            answer(exchange, 302, "");
        };
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
        exchange.getResponseBody().write(body.getBytes());
        exchange.close();
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
