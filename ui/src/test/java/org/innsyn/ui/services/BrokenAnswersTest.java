package org.innsyn.ui.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.innsyn.ui.services.ServiceProblem.Kind;
import org.innsyn.ui.services.Services.Addresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.GetExchange;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a service does instead of answering is said as a problem; anything else would leave a page waiting for good. */
class BrokenAnswersTest {

    private static final String SECRET = "k10001@mail.example";

    private HttpServer server;

    /** What a page asks. */
    interface Said {
        @GetExchange("/said")
        Map<String, String> said();
    }

    @BeforeEach
    void aService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void an_answer_is_read() {
        answers(exchange -> {
            var body = "{\"said\":\"yes\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        assertThat(api().said()).containsEntry("said", "yes");
    }

    @Test
    void an_answer_that_breaks_off_is_a_service_that_is_away() {
        answers(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(("{\"said\":\"" + SECRET).getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        fails(Kind.AWAY);
    }

    @Test
    void an_answer_that_is_none_of_ours_is_a_fault_and_is_quoted_nowhere() {
        answers(exchange -> {
            var body = ("<html>" + SECRET).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        fails(Kind.FAULT);
    }

    @Test
    void a_service_that_does_not_listen_is_away_each_time_it_is_asked() {
        var api = api();
        server.stop(0);
        for (int times = 0; times < 2; times++) {
            assertThatThrownBy(api::said).isInstanceOfSatisfying(ServiceProblem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.AWAY));
        }
    }

    private void fails(Kind kind) {
        assertThatThrownBy(api()::said).isInstanceOfSatisfying(ServiceProblem.class, problem -> assertThat(problem.kind()).isEqualTo(kind))
                .hasNoCause().extracting(Throwable::getMessage).asString().doesNotContain(SECRET);
    }

    private void answers(HttpHandler handler) {
        server.createContext("/said", handler);
    }

    private Said api() {
        var service = new Addresses.Service("http://localhost:" + server.getAddress().getPort());
        return Services.proxy(Said.class, new Services().client(service, RestClient.builder(), null, JsonMapper.builder().build()));
    }
}
