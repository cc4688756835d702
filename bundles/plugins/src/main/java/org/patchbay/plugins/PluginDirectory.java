package org.patchbay.plugins;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.api.cluster.Registration;
import org.patchbay.spi.plugins.Plugin;

/**
 * The plugin services as they come and go; the oldest first. Bound by methods and not by a field, because a plugin is
 * asked once, when it comes, and others want to hear of it. Thread-safe.
 */
@Component(service = PluginDirectory.class)
public final class PluginDirectory {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<OfferedPlugin> plugins = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Plugin plugin, Map<String, Object> properties) {
        long bundle = properties.get(Constants.SERVICE_BUNDLEID) instanceof Long id ? id : 0;
        OfferedPlugin offered = OfferedPlugin.ask(plugin, bundle);
        synchronized (this) {
            plugins = Stream.concat(plugins.stream(), Stream.of(offered)).toList();
        }
        listeners.forEach(Runnable::run);
    }

    void remove(Plugin plugin) {
        synchronized (this) {
            plugins = plugins.stream()
                    .filter(offered -> offered.plugin() != plugin)
                    .toList();
        }
        listeners.forEach(Runnable::run);
    }

    List<OfferedPlugin> plugins() {
        return plugins;
    }

    /** Hears that a plugin came or went; on the thread that brought it. */
    Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
