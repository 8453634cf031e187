package org.innsyn.dsr.worklist;

import org.axonframework.config.Configurer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/** The processor that fills the list: whole batches of events in one transaction each. */
@Configuration(proxyBeanMethods = false)
class WorklistProcessor {

    private static final int EVENTS_AT_ONCE = 100;

    @Autowired
    void configure(Configurer axon) {
        axon.eventProcessing().registerPooledStreamingEventProcessor(
                WorklistProjection.NAME,
                org.axonframework.config.Configuration::eventStore,
                (_, processor) -> processor.batchSize(EVENTS_AT_ONCE).initialSegmentCount(1));
    }
}
