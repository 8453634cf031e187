package org.innsyn.platform.eventstore;

import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.messaging.StreamableMessageSource;

/** How one thread follows the event stream: from its beginning, in large batches, in whichever process holds the claim. */
public final class Following {

    private Following() {}

    /**
     * One segment, because the order within a ledger and its end matters.
     *
     * @param name of the processor
     * @param batch events in one transaction at the most
     */
    public static void configure(EventProcessingConfigurer processing, String name, int batch) {
        processing.registerPooledStreamingEventProcessorConfiguration(name, (c, processor) -> processor
                        .initialSegmentCount(1)
                        .initialToken(StreamableMessageSource::createTailToken)
                        .batchSize(batch)
                        .tokenClaimInterval(1_000)
                        .claimExtensionThreshold(2_000)
                        .coordinatorExecutor(coordinator(c, name)))
                .registerHandlerInterceptor(name, c -> new Gathering());
    }

    private static RefillingSoon coordinator(Configuration axon, String name) {
        var executor = new RefillingSoon("coordinator-" + name);
        axon.onShutdown(executor::shutdown);
        return executor;
    }
}
