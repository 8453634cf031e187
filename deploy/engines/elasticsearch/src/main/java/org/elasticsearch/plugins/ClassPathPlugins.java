package org.elasticsearch.plugins;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.elasticsearch.Build;
import org.elasticsearch.env.Environment;

/**
 * Loads plugins that are plain classes on the class path: no descriptors on disk, no module layers.
 *
 * <p>It stands in Elasticsearch's package because {@code LoadedPlugin} is visible only there.
 */
public final class ClassPathPlugins extends PluginsService {

    private List<LoadedPlugin> loaded;

    /**
     * Creates one instance of every plugin.
     *
     * @param environment settings and folders of the node
     * @param nothing a loader that found no plugin folders
     * @param plugins plugin classes with a public constructor without arguments
     */
    public ClassPathPlugins(Environment environment, PluginsLoader nothing, List<Class<? extends Plugin>> plugins) {
        super(environment.settings(), environment.configDir(), nothing);
        loaded = plugins.stream().map(type -> load(type, environment)).toList();
        loadExtensions(loaded);
    }

    private LoadedPlugin load(Class<? extends Plugin> type, Environment environment) {
        Plugin plugin = loadPlugin(type, environment.settings(), environment.configDir());
        return new LoadedPlugin(descriptor(type.getName()), plugin, type.getClassLoader());
    }

    private static PluginDescriptor descriptor(String className) {
        return new PluginDescriptor(
                className,
                "from the class path",
                "none",
                Build.current().version(),
                String.valueOf(Runtime.version().feature()),
                className,
                null,
                List.of(),
                false,
                false,
                false,
                false,
                PluginDescriptor.DeploymentTarget.ALL);
    }

    /** The super constructor asks before {@link #loaded} is set. */
    @Override
    protected List<LoadedPlugin> plugins() {
        return loaded == null ? List.of() : loaded;
    }

    /** One class loader serves all plugins: asking it once per plugin, as usual, would give every provider several times. */
    @Override
    public <T> List<? extends T> loadServiceProviders(Class<T> service) {
        return ServiceLoader.load(service, getClass().getClassLoader()).stream()
                .collect(Collectors.toMap(ServiceLoader.Provider::type, ServiceLoader.Provider::get, (first, again) -> first))
                .values()
                .stream()
                .toList();
    }
}
