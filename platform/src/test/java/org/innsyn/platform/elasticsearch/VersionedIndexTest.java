package org.innsyn.platform.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.innsyn.engines.TestEngines;
import org.junit.jupiter.api.Test;

class VersionedIndexTest {

    private static final byte[] DEFINITION = """
            {"settings":{"number_of_shards":1,"number_of_replicas":0},"mappings":{"dynamic":"strict","properties":{"word":{"type":"keyword"}}}}"""
            .getBytes(StandardCharsets.UTF_8);

    private final ElasticsearchClient client = ElasticsearchConfiguration.client(URI.create(TestEngines.shared().elasticsearch().url().toString()));
    private final VersionedIndex index = new VersionedIndex(client, "words-" + UUID.randomUUID(), DEFINITION);

    @Test
    void a_successor_is_filled_beside_and_takes_the_place_in_one_step() throws Exception {
        index.ensure();
        index.ensure();
        var first = index.current().orElseThrow();
        client.index(i -> i.index(index.alias()).id("1").document(Map.of("word", "old")));
        var next = index.createNext();
        client.index(i -> i.index(next).id("1").document(Map.of("word", "new")));
        assertThat(index.current()).hasValue(first);
        index.activate(next);
        index.dropOthers();
        assertThat(index.current()).hasValue(next);
        assertThat(client.get(g -> g.index(index.alias()).id("1"), Map.class).source()).containsEntry("word", "new");
        assertThat(client.indices().exists(e -> e.index(first)).value()).isFalse();
    }

    @Test
    void a_half_filled_successor_of_a_crash_is_begun_anew() {
        index.ensure();
        var abandoned = index.createNext();
        assertThat(index.createNext()).isEqualTo(abandoned);
    }

    @Test
    void a_field_that_is_added_to_the_definition_is_taken_by_an_index_that_was_made_before() throws Exception {
        index.ensure();
        var wider = new VersionedIndex(client, index.alias(), new String(DEFINITION, StandardCharsets.UTF_8)
                .replace("\"properties\":{", "\"properties\":{\"letters\":{\"type\":\"long\"},").getBytes(StandardCharsets.UTF_8));
        wider.ensure();
        wider.widen();
        client.index(i -> i.index(index.alias()).id("1").document(Map.of("word", "new", "letters", 3)));
        assertThat(client.get(g -> g.index(index.alias()).id("1"), Map.class).source()).containsEntry("letters", 3);
    }

    @Test
    void a_field_the_mapping_does_not_name_is_refused() {
        index.ensure();
        assertThatThrownBy(() -> client.index(i -> i.index(index.alias()).id("1").document(Map.of("email", "x")))).isInstanceOf(ElasticsearchException.class);
    }
}
