package org.innsyn.bench.sessions;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.innsyn.bench.house.WholeHouse.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One signed-in browser: it signs in by the form, opens pages as Vaadin's client does (the page, its start, the way to the route), and answers what the server
 * waits for, so that everything a page asks services for is asked. While a page is open its socket is, by which the server would tell of news. Draws nothing.
 */
final class Browsing implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    /** How a page says that something could not be had. */
    private static final List<String> TROUBLE = List.of("We cannot reach this just now", "Something went wrong on our side", "The log cannot be shown just now", "Your sign-in has run out");
    /** How Vaadin's client introduces itself where it opens its socket. */
    private static final String ATMOSPHERE = "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
    private final URI pages;
    private @Nullable Ui shown;

    Browsing(URI pages) {
        this.pages = pages;
    }

    void signIn(Person person) throws IOException, InterruptedException {
        var form = send(HttpRequest.newBuilder(pages.resolve("/oauth2/authorization/innsyn")).header("Accept", "text/html"));
        var csrf = CSRF.matcher(form.body());
        if (!csrf.find()) {
            throw new IOException("the sign-in showed no form");
        }
        var fields = Map.of("username", person.username(), "password", person.password(), "_csrf", csrf.group(1));
        var body = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).reduce((a, b) -> a + "&" + b).orElseThrow();
        var answer = send(HttpRequest.newBuilder(form.uri().resolve("/sign-in")).header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
        if (!answer.uri().toString().startsWith(pages.toString())) {
            throw new IOException("the sign-in did not lead back");
        }
    }

    /**
     * Leaves the page that is open, opens another and waits for all of it.
     *
     * @param expected words that stand on it once it is complete
     * @return how long that took
     */
    Duration open(String page, String expected) throws IOException, InterruptedException {
        if (shown != null) {
            shown.leave();
        }
        long begun = System.nanoTime();
        send(HttpRequest.newBuilder(pages.resolve("/" + page)).header("Accept", "text/html"));
        var start = JSON.readTree(send(HttpRequest.newBuilder(pages.resolve("/?v-r=init&location=" + page + "&query="))).body());
        var ui = new Ui(start.at("/appConfig/v-uiId").asInt(), start.at("/appConfig/uidl/Vaadin-Security-Key").asString(), start.at("/appConfig/uidl/Vaadin-Push-ID").asString());
        shown = ui;
        var said = new StringBuilder();
        var answer = ui.send(said, List.of(Map.of("type", "event", "node", 1, "event", "ui-navigate",
                "data", Map.of("route", page, "query", "", "appShellTitle", "", "trigger", ""))));
        for (var awaited = awaited(answer); !awaited.isEmpty(); awaited = awaited(answer)) {
            answer = ui.send(said, awaited);
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        for (var trouble : TROUBLE) {
            if (said.indexOf(trouble) >= 0) {
                throw new IOException("/%s said after %d ms: %s".formatted(page, took.toMillis(), trouble));
            }
        }
        if (said.indexOf(expected) < 0) {
            throw new IOException("/%s lacked after %d ms: %s".formatted(page, took.toMillis(), expected));
        }
        return took;
    }

    /** Results of scripts the server waits for; all it asks of a browser here is to say that it has painted. */
    private static List<Map<String, Object>> awaited(JsonNode answer) {
        var seen = new LinkedHashSet<String>();
        var results = new ArrayList<Map<String, Object>>();
        for (JsonNode script : answer.path("execute")) {
            if (!script.get(script.size() - 1).asString("").contains("return true")) {
                continue;
            }
            for (JsonNode parameter : script) {
                var channel = parameter.path("@v-return");
                // The first of a script's two channels is that it went well.
                if (channel.isArray() && seen.add(channel.get(0).asString() + " " + script.hashCode())) {
                    results.add(Map.of("type", "channel", "node", channel.get(0).asInt(), "channel", channel.get(1).asInt(), "args", List.of(true)));
                }
            }
        }
        return results;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.timeout(PATIENCE).header("Accept-Language", "en").build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("answered with " + answer.statusCode());
        }
        return answer;
    }

    /** One tab. */
    private final class Ui {

        private final int id;
        private final String key;
        private final WebSocket news;
        private int sync;
        private int sent;

        private Ui(int id, String key, String push) {
            this.id = id;
            this.key = key;
            var address = pages.toString().replaceFirst("^http", "ws") + "/VAADIN/push?v-r=push&v-uiId=" + id + "&v-pushId=" + push + ATMOSPHERE;
            this.news = http.newWebSocketBuilder().connectTimeout(PATIENCE).header("Origin", pages.toString()).buildAsync(URI.create(address), new WebSocket.Listener() {}).join();
        }

        private JsonNode send(StringBuilder said, List<Map<String, Object>> calls) throws IOException, InterruptedException {
            var body = JSON.writeValueAsString(Map.of("csrfToken", key, "rpc", calls, "syncId", sync, "clientId", sent++));
            var answer = Browsing.this.send(HttpRequest.newBuilder(pages.resolve("/?v-r=uidl&v-uiId=" + id)).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
            said.append(answer.body());
            var read = JSON.readTree(answer.body().replace("for(;;);", "").replaceAll("^\\[|\\]$", ""));
            sync = read.path("syncId").asInt(sync);
            return read;
        }

        /** As a closed tab does, so that the session does not keep it. */
        private void leave() throws IOException, InterruptedException {
            news.abort();
            var body = JSON.writeValueAsString(Map.of("csrfToken", key, "UNLOAD", true, "rpc", List.of(), "syncId", sync, "clientId", sent));
            Browsing.this.send(HttpRequest.newBuilder(pages.resolve("/?v-r=uidl&v-uiId=" + id)).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
        }
    }

    /** With its socket, or it would wait for that to end. */
    @Override
    public void close() {
        if (shown != null) {
            shown.news.abort();
        }
        http.close();
    }
}
