package org.innsyn.platform.eventstore;

import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * How one thread follows the event stream: from its beginning, in large batches, in whichever process holds the claim. Axon's tracking
 * processor takes what is there; its pooled one takes 1,024 events and then rests 100 ms, however much is waiting.
 */
public final class Following {

    private Following() {}

    /**
     * One segment, because the order within a ledger and its end matters.
     *
     * @param name of the processor
     * @param batch events in one transaction at the most
     */
    public static void configure(EventProcessingConfigurer processing, String name, int batch) {
        processing.registerTrackingEventProcessor(name, c -> c.eventStore(), c -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                        .andBatchSize(batch)
                        .andTokenClaimInterval(1, TimeUnit.SECONDS))
                .registerHandlerInterceptor(name, c -> new Gathering());
    }
}
