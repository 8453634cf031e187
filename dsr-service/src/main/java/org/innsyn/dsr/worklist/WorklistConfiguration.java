package org.innsyn.dsr.worklist;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.innsyn.platform.elasticsearch.VersionedIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** The index the list is kept in. */
@Configuration(proxyBeanMethods = false)
class WorklistConfiguration {

    @Bean
    VersionedIndex worklistIndex(ElasticsearchClient client) {
        try {
            var definition = new ClassPathResource("elasticsearch/requests.json").getContentAsByteArray();
            var index = new VersionedIndex(client, "innsyn-requests", definition);
            index.ensure();
            index.widen();
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
