package org.innsyn.engines.elasticsearch;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.RestHandler;

/**
 * Two endpoints that a full installation has from its {@code modules/} folder and the published jars lack.
 *
 * <p>With them the same client code runs here and against a production cluster.
 */
public final class MissingEndpoints extends Plugin implements ActionPlugin {

    @Override
    public List<RestHandler> getRestHandlers(
            RestHandlersServices services, Supplier<DiscoveryNodes> nodes, Predicate<NodeFeature> features) {
        return List.of(new RootEndpoint(), new DeleteByQueryEndpoint());
    }
}
