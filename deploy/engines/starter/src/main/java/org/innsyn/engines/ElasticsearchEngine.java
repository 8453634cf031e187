package org.innsyn.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One Elasticsearch node without security, reachable from this machine only. */
public final class ElasticsearchEngine extends Engine {

    private final EnginesConfiguration configuration;

    ElasticsearchEngine(EnginesConfiguration configuration) {
        super("Elasticsearch", configuration.home().resolve("elasticsearch"), GuardedProcess.StopSignal.TERM);
        this.configuration = configuration;
    }

    /** Base address of its HTTP interface, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + configuration.ports().elasticsearch();
    }

    @Override
    public String address() {
        return url();
    }

    @Override
    void prepare() {
        // The node makes its own folders.
    }

    @Override
    List<String> command() {
        return JavaCommand.of(
                configuration.checkout().resolve("deploy/engines/elasticsearch"),
                List.of("-Xms128m", "-Xmx512m"),
                List.of(
                        "org.innsyn.engines.elasticsearch.ElasticsearchServer",
                        home().toString(),
                        String.valueOf(configuration.ports().elasticsearch()),
                        String.valueOf(configuration.ports().elasticsearchTransport())));
    }

    @Override
    boolean answers() {
        URI health = URI.create(url() + "/_cluster/health?wait_for_status=yellow&timeout=1s");
        HttpRequest question = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(3)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
