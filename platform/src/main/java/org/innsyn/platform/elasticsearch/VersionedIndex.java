package org.innsyn.platform.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * An index that is read and written through an alias, so that its successor can be filled beside it and take its place in one step.
 * Indices are named {@code <alias>-000001} and up.
 */
public final class VersionedIndex {

    private final ElasticsearchClient client;
    private final String alias;
    private final byte[] definition;

    /** @param definition settings and strict mappings as JSON */
    public VersionedIndex(ElasticsearchClient client, String alias, byte[] definition) {
        this.client = client;
        this.alias = alias;
        this.definition = definition.clone();
    }

    public String alias() {
        return alias;
    }

    /** Makes the first index and its alias unless there is one. Safe to call from several processes at once. */
    public void ensure() {
        if (current().isPresent()) {
            return;
        }
        var first = name(1);
        try {
            create(first);
        } catch (RuntimeException alreadyThere) {
            if (!exists(first)) {
                throw alreadyThere;
            }
        }
        activate(first);
    }

    /** Lets the index the alias stands for hold the fields that were added to the definition since it was made; documents written before have none of them. */
    public void widen() {
        var mappings = new JsonMapper().readTree(definition).get("mappings").toString().getBytes(StandardCharsets.UTF_8);
        call(() -> client.indices().putMapping(p -> p.index(alias).withJson(new ByteArrayInputStream(mappings))));
    }

    /** The index the alias stands for. */
    public Optional<String> current() {
        return call(() -> client.indices().existsAlias(a -> a.name(alias)).value()
                ? client.indices().getAlias(a -> a.name(alias)).aliases().keySet().stream().sorted().findFirst()
                : Optional.empty());
    }

    /** Makes the next index, empty and not yet read by anybody. */
    public String createNext() {
        int version = current().map(name -> Integer.parseInt(name.substring(alias.length() + 1))).orElse(0) + 1;
        while (exists(name(version))) {
            drop(name(version));
        }
        create(name(version));
        return name(version);
    }

    /** Lets the alias stand for {@code index} and nothing else, in one step. */
    public void activate(String index) {
        var actions = new ArrayList<Action>();
        current().filter(old -> !old.equals(index)).ifPresent(old -> actions.add(Action.of(a -> a.remove(r -> r.index(old).alias(alias)))));
        actions.add(Action.of(a -> a.add(add -> add.index(index).alias(alias).isWriteIndex(true))));
        call(() -> client.indices().updateAliases(u -> u.actions(actions)));
    }

    /** Deletes every index of this family that the alias does not stand for. */
    public void dropOthers() {
        var keep = current().orElse("");
        for (var index : all()) {
            if (!index.equals(keep)) {
                drop(index);
            }
        }
    }

    /** Makes everything written so far visible to searches. */
    public void refresh() {
        call(() -> client.indices().refresh(r -> r.index(alias)));
    }

    /** Another family's name may begin like this one's. */
    private List<String> all() {
        return call(() -> client.indices().get(g -> g.index(alias + "-*").allowNoIndices(true)).indices().keySet().stream()
                .filter(name -> name.substring(alias.length() + 1).matches("\\d+")).sorted().toList());
    }

    private String name(int version) {
        return "%s-%06d".formatted(alias, version);
    }

    private boolean exists(String index) {
        return call(() -> client.indices().exists(e -> e.index(index)).value());
    }

    private void create(String index) {
        call(() -> client.indices().create(c -> c.index(index).withJson(new ByteArrayInputStream(definition))));
    }

    private void drop(String index) {
        call(() -> client.indices().delete(d -> d.index(index)));
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (IOException e) {
            throw new UncheckedIOException("Elasticsearch did not answer", e);
        }
    }

    private interface Call<T> {
        T run() throws IOException;
    }
}
