package org.innsyn.platform.eventstore;

import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.messaging.StreamableMessageSource;

/** How one thread follows the event stream: from its beginning, in large batches, in whichever process holds the claim. */
public final class Following {

    private Following() {}

    /**
     * One segment, because the order within a ledger and its end matters. Ten thousand events a second at the most: Axon buffers 1,024 and
     * looks again 100 ms after it found its buffer full.
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
                        .claimExtensionThreshold(2_000))
                .registerHandlerInterceptor(name, c -> new Gathering());
    }
}
