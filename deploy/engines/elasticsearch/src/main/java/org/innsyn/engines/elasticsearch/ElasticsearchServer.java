package org.innsyn.engines.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.node.InnsynNode;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/**
 * The main class of the Elasticsearch process.
 *
 * <p>{@code ElasticsearchServer HOME HTTP_PORT TRANSPORT_PORT} runs one node over {@code HOME/data} on 127.0.0.1 until
 * it gets a termination signal. It has no security and must never listen anywhere else.
 */
public final class ElasticsearchServer {

    private ElasticsearchServer() {}

    /** Starts the node, says on which port, and closes it in order when the JVM is asked to stop. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            System.err.println("usage: ElasticsearchServer HOME HTTP_PORT TRANSPORT_PORT");
            System.exit(2);
        }
        prepareJvm();
        Settings settings = settings(Path.of(arguments[0]).toAbsolutePath(), arguments[1], arguments[2]);
        InnsynNode node = new InnsynNode(settings, List.of(Netty4Plugin.class, MissingEndpoints.class));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "stop"));
        node.start();
        System.out.println("Elasticsearch answers on http://127.0.0.1:" + node.httpPort());
        Thread.currentThread().join(); // Elasticsearch's own threads do not keep the JVM alive.
    }

    /**
     * What the stock main class does before it builds a node. The exception class is loaded first because two threads
     * that fail at once can otherwise dead-lock in its static registry.
     */
    private static void prepareJvm() throws ClassNotFoundException {
        LogConfigurator.setNodeName("innsyn");
        LogConfigurator.configureESLogging();
        Class.forName("org.elasticsearch.ElasticsearchException");
    }

    private static Settings settings(Path home, String httpPort, String transportPort) throws IOException {
        Files.createDirectories(home.resolve("config"));
        return Settings.builder()
                .put("path.home", home.toString())
                .put("path.data", home.resolve("data").toString())
                .put("path.logs", home.resolve("logs").toString())
                .put("cluster.name", "innsyn")
                .put("node.name", "innsyn")
                .put("network.host", "127.0.0.1")
                .put("http.port", httpPort)
                .put("transport.port", transportPort)
                .put("discovery.type", "single-node")
                // Reading a bulk request piece by piece is for larger ones than ours; one was seen whose rest was never read.
                .put("rest.incremental_bulk", false)
                // A developer's nearly full disk must not turn the indices read-only.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
    }

    private static void close(InnsynNode node) {
        try {
            node.close();
            node.awaitClose(20, TimeUnit.SECONDS);
        } catch (IOException problem) {
            System.err.println("Elasticsearch did not close in order: " + problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
