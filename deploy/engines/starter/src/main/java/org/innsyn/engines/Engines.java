package org.innsyn.engines;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The three engines of one home folder.
 *
 * <p>Guarantees: {@link #start(EnginesConfiguration, Consumer)} returns with all three answering, or throws with none
 * running.
 */
public final class Engines implements AutoCloseable {

    private final PostgresEngine postgres;
    private final KafkaEngine kafka;
    private final ElasticsearchEngine elasticsearch;

    Engines(EnginesConfiguration configuration) {
        postgres = new PostgresEngine(configuration);
        kafka = new KafkaEngine(configuration);
        elasticsearch = new ElasticsearchEngine(configuration);
    }

    /**
     * Starts all three at once.
     *
     * @param onExit told whenever an engine ends unasked
     * @throws EngineStartFailed naming the first engine that did not come up and the log to read
     */
    public static Engines start(EnginesConfiguration configuration, Consumer<EngineExit> onExit) {
        Engines engines = new Engines(configuration);
        engines.all().forEach(engine -> engine.onExit(onExit));
        try {
            engines.all().stream()
                    .map(engine -> CompletableFuture.runAsync(engine::start))
                    .toList()
                    .forEach(CompletableFuture::join);
            return engines;
        } catch (CompletionException failed) {
            engines.close();
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /**
     * Starts PostgreSQL and neither of the others; {@link #close()} stops it.
     *
     * @throws EngineStartFailed when it did not come up
     */
    public static Engines postgresAlone(EnginesConfiguration configuration) {
        Engines engines = new Engines(configuration);
        engines.postgres.start();
        return engines;
    }

    /** The database server. */
    public PostgresEngine postgres() {
        return postgres;
    }

    /** The broker. */
    public KafkaEngine kafka() {
        return kafka;
    }

    /** The search engine. */
    public ElasticsearchEngine elasticsearch() {
        return elasticsearch;
    }

    /** In the order in which people expect to read them. */
    public List<Engine> all() {
        return List.of(postgres, kafka, elasticsearch);
    }

    /** Stops all three in order, at the same time; returns when they have ended. */
    @Override
    public void close() {
        all().stream()
                .map(engine -> CompletableFuture.runAsync(engine::stop))
                .toList()
                .forEach(CompletableFuture::join);
    }
}
