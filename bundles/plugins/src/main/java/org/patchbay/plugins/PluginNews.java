package org.patchbay.plugins;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.events.Events;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.plugins.live.PluginChange;
import org.patchbay.plugins.store.KnownPlugin;
import org.patchbay.plugins.store.KnownPluginStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells news of plugins from what was so before, also before the last restart. One thread at a time. */
@Component(service = PluginNews.class)
public final class PluginNews {

    private static final Logger log = LoggerFactory.getLogger(PluginNews.class);
    private static final int MAX_FAILURE = 1000;

    private final KnownPluginStore known;
    private final Events events;
    private final UnitOfWork unit;
    private final Cluster cluster;
    private Map<String, KnownPlugin> last = Map.of();

    @Activate
    public PluginNews(
            @Reference KnownPluginStore known,
            @Reference Events events,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster) {
        this.known = known;
        this.events = events;
        this.unit = unit;
        this.cluster = cluster;
    }

    /**
     * Publishes what is new.
     *
     * @param coming names that are neither there nor gone
     */
    void report(List<InstalledPlugin> installed, Set<String> coming) {
        Map<String, KnownPlugin> present = new LinkedHashMap<>();
        installed.forEach(plugin -> present.put(plugin.name(), known(plugin)));
        Map<String, KnownPlugin> before =
                known.all().stream().collect(Collectors.toMap(KnownPlugin::name, plugin -> plugin));
        present.forEach((name, plugin) -> {
            if (!plugin.equals(before.get(name))) {
                unit.run(() -> keep(plugin));
            }
        });
        before.forEach((name, plugin) -> {
            if (!present.containsKey(name) && !coming.contains(name)) {
                unit.run(() -> forget(plugin));
            }
        });
        tellPages(present);
    }

    /** Every name that was there before. */
    Set<String> knownNames() {
        return known.all().stream().map(KnownPlugin::name).collect(Collectors.toSet());
    }

    private void tellPages(Map<String, KnownPlugin> present) {
        Set<String> names = new TreeSet<>(present.keySet());
        names.addAll(last.keySet());
        names.stream()
                .filter(name -> !Objects.equals(present.get(name), last.get(name)))
                .forEach(name -> cluster.publish(PluginChange.TOPIC, new PluginChange(Optional.empty(), name).bytes()));
        last = present;
    }

    private void keep(KnownPlugin plugin) {
        known.save(plugin);
        plugin.failure()
                .ifPresentOrElse(
                        error -> log.warn("Plugin {} {} does not run: {}", plugin.name(), plugin.version(), error),
                        () -> log.info("Plugin {} {} runs", plugin.name(), plugin.version()));
        String name = plugin.name();
        plugin.failure()
                .ifPresentOrElse(
                        error -> events.publish(
                                PortalId.ROOT,
                                PluginEvents.FAILED,
                                name,
                                new PluginEvents.Failed(name, plugin.title(), plugin.version(), error)),
                        () -> events.publish(
                                PortalId.ROOT,
                                PluginEvents.INSTALLED,
                                name,
                                new PluginEvents.Installed(name, plugin.title(), plugin.version())));
    }

    private void forget(KnownPlugin plugin) {
        known.remove(plugin.name());
        log.info("Plugin {} {} is gone", plugin.name(), plugin.version());
        events.publish(
                PortalId.ROOT,
                PluginEvents.REMOVED,
                plugin.name(),
                new PluginEvents.Removed(plugin.name(), plugin.title(), plugin.version()));
    }

    private static KnownPlugin known(InstalledPlugin plugin) {
        Optional<String> failure =
                plugin.failure().map(text -> text.substring(0, Math.min(text.length(), MAX_FAILURE)));
        return new KnownPlugin(plugin.name(), plugin.title(), plugin.version(), failure);
    }
}
