package org.patchbay.plugins;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.api.cluster.Registration;
import org.patchbay.spi.plugins.Plugin;

/**
 * The plugin services as they come and go; the oldest first. Bound by methods and not by a field, because a plugin is
 * asked once, when it comes, and others want to hear of it. Whoever brings a plugin is not held up by it: it is asked on
 * a thread of its own, and counts as failed when it does not answer. Thread-safe.
 */
@Component(service = PluginDirectory.class)
public final class PluginDirectory {

    /** Shorter than a jar may take to come up, so that the right sentence is said. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Duration patience;
    private volatile List<Bound> plugins = List.of();

    @Activate
    public PluginDirectory() {
        this(PATIENCE);
    }

    PluginDirectory(Duration patience) {
        this.patience = patience;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Plugin plugin, Map<String, Object> properties) {
        long bundle = properties.get(Constants.SERVICE_BUNDLEID) instanceof Long id ? id : 0;
        Bound bound = new Bound(plugin);
        synchronized (this) {
            plugins = Stream.concat(plugins.stream(), Stream.of(bound)).toList();
        }
        bound.ask(bundle);
    }

    void remove(Plugin plugin) {
        List<Bound> gone;
        synchronized (this) {
            gone = plugins.stream().filter(bound -> bound.plugin == plugin).toList();
            plugins = plugins.stream().filter(bound -> bound.plugin != plugin).toList();
        }
        gone.forEach(Bound::leave);
        tell();
    }

    @Deactivate
    void close() {
        plugins.forEach(Bound::leave);
    }

    /** Those that have said what they are, or have not said it in time. */
    List<OfferedPlugin> plugins() {
        return plugins.stream().flatMap(bound -> bound.offered.stream()).toList();
    }

    /** Hears that a plugin came or went; must not block. */
    Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** A plugin and what it says of itself. */
    private final class Bound {

        private final Plugin plugin;
        private volatile Optional<OfferedPlugin> offered = Optional.empty();
        private volatile Optional<Thread> thread = Optional.empty();

        Bound(Plugin plugin) {
            this.plugin = plugin;
        }

        void ask(long bundle) {
            Thread asking = new Thread(() -> answered(OfferedPlugin.ask(plugin, bundle)), "plugin-ask-" + bundle);
            asking.setDaemon(true);
            thread = Optional.of(asking);
            asking.start();
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> silent(OfferedPlugin.silent(plugin, bundle)));
        }

        private void answered(OfferedPlugin answer) {
            synchronized (this) {
                offered = Optional.of(answer);
            }
            tell();
        }

        private void silent(OfferedPlugin failure) {
            synchronized (this) {
                if (offered.isPresent()) {
                    return;
                }
                offered = Optional.of(failure);
            }
            tell();
        }

        void leave() {
            thread.ifPresent(Thread::interrupt);
        }
    }
}
