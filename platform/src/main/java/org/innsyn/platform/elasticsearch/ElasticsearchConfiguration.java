package org.innsyn.platform.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.net.URI;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The client for {@code innsyn.elasticsearch.url}. Every call ends: connecting after 5 s, answering after 60 s. */
@Configuration(proxyBeanMethods = false)
public class ElasticsearchConfiguration {

    @Bean(destroyMethod = "close")
    ElasticsearchClient elasticsearchClient(@Value("${innsyn.elasticsearch.url}") URI url) {
        return client(url);
    }

    /** A client for one server, with Jackson 3 and timeouts. */
    public static ElasticsearchClient client(URI url) {
        var http = Rest5Client.builder(url)
                .setConnectionConfigCallback(connection -> connection.setConnectTimeout(Timeout.ofSeconds(5)))
                .setRequestConfigCallback(request -> request.setResponseTimeout(Timeout.ofSeconds(60)))
                .build();
        return new ElasticsearchClient(new Rest5ClientTransport(http, new Jackson3JsonpMapper(JsonMapper.builder().build())));
    }
}
