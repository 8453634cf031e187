package org.innsyn.dsr.worklist;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.innsyn.platform.elasticsearch.VersionedIndex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;

/** The index and the processor that fills it. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class WorklistConfiguration {

    private static final int EVENTS_AT_ONCE = 100;

    @Bean
    VersionedIndex worklistIndex(ElasticsearchClient client) {
        try {
            var definition = new ClassPathResource("elasticsearch/dsr-requests.json").getContentAsByteArray();
            var index = new VersionedIndex(client, "dsr-requests", definition);
            index.ensure();
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Autowired
    void processor(Configurer axon) {
        axon.eventProcessing()
                .registerPooledStreamingEventProcessor(
                        WorklistProjection.NAME, Configuration::eventStore, (_, processor) -> processor.batchSize(EVENTS_AT_ONCE).initialSegmentCount(1));
    }
}
