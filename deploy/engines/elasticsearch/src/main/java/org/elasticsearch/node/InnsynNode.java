package org.elasticsearch.node;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.plugins.ClassPathPlugins;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;

/**
 * An Elasticsearch node whose plugins come from the class path instead of a {@code modules/} folder.
 *
 * <p>It stands in Elasticsearch's package because the two types that build a node are visible only there.
 */
public final class InnsynNode extends Node {

    /**
     * Builds the node; it answers nothing before {@link #start()}.
     *
     * @param settings complete settings, as an {@code elasticsearch.yml} would hold them
     * @param plugins plugin classes with a public constructor without arguments
     */
    public InnsynNode(Settings settings, List<Class<? extends Plugin>> plugins) {
        super(NodeConstruction.prepareConstruction(
                environment(settings), withoutFolders(), new FromClassPath(plugins), true));
    }

    private static Environment environment(Settings settings) {
        return InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "innsyn");
    }

    private static PluginsLoader withoutFolders() {
        return PluginsLoader.createPluginsLoader(Set.of(), Set.of(), Map.of(), false);
    }

    /** The port HTTP really listens on; useful where the settings said 0. */
    public int httpPort() {
        return injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress().getPort();
    }

    /** Publishing the node id to the log layout is a set-once static of the JVM; our layout does not print it. */
    @Override
    protected void configureNodeAndClusterIdStateListener(ClusterService clusterService) {}

    private static final class FromClassPath extends NodeServiceProvider {
        private final List<Class<? extends Plugin>> plugins;

        FromClassPath(List<Class<? extends Plugin>> plugins) {
            this.plugins = plugins;
        }

        @Override
        PluginsService newPluginService(Environment environment, PluginsLoader loader) {
            return new ClassPathPlugins(environment, loader, plugins);
        }
    }
}
