package org.patchbay.plugins;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.plugins.jars.PluginJar;
import org.patchbay.plugins.jars.PluginJar.Condition;
import org.patchbay.plugins.jars.PluginJars;
import org.patchbay.plugins.jars.UnreadableJars;

/** Jars and services together: every plugin by name, those included that failed. Thread-safe. */
@Component(service = InstalledPlugins.class)
public final class InstalledPlugins {

    private final PluginDirectory directory;
    private final PluginJars jars;
    private final UnreadableJars unreadable;

    @Activate
    public InstalledPlugins(
            @Reference PluginDirectory directory, @Reference PluginJars jars, @Reference UnreadableJars unreadable) {
        this.directory = directory;
        this.jars = jars;
        this.unreadable = unreadable;
    }

    /** Every plugin, by title. */
    List<InstalledPlugin> list() {
        List<OfferedPlugin> offered = offered();
        Map<Long, PluginJar> byBundle =
                jars.list(id -> offered.stream().anyMatch(plugin -> plugin.bundle() == id)).stream()
                        .collect(Collectors.toMap(PluginJar::bundle, Function.identity()));
        Map<String, InstalledPlugin> found = new LinkedHashMap<>();
        for (OfferedPlugin plugin : offered) {
            add(found, installed(plugin, Optional.ofNullable(byBundle.remove(plugin.bundle()))));
        }
        byBundle.values().stream()
                .filter(jar -> jar.condition() == Condition.FAILED)
                .forEach(jar -> add(
                        found,
                        new InstalledPlugin(jar.name(), jar.title(), jar.version(), Optional.empty(), jar.failure())));
        unreadable.list().forEach(jar -> add(found, InstalledPlugin.unreadable(jar.file(), jar.failure())));
        return found.values().stream()
                .sorted(Comparator.comparing(
                                (InstalledPlugin plugin) -> plugin.title().toLowerCase(Locale.ROOT))
                        .thenComparing(InstalledPlugin::name))
                .toList();
    }

    Optional<InstalledPlugin> find(String name) {
        return list().stream().filter(plugin -> plugin.name().equals(name)).findFirst();
    }

    /** The plugin that runs under this name; cheap, for every call into a plugin. */
    Optional<OfferedPlugin> offered(String name) {
        return offered().stream()
                .filter(plugin -> plugin.name().equals(name) && plugin.failure().isEmpty())
                .findFirst();
    }

    /** The jars that may still come up, or could be helped to say why not. */
    List<PluginJar> notRunning() {
        List<OfferedPlugin> offered = offered();
        return jars.list(id -> offered.stream().anyMatch(plugin -> plugin.bundle() == id)).stream()
                .filter(jar -> jar.condition() != Condition.RUNNING)
                .toList();
    }

    private List<OfferedPlugin> offered() {
        return directory.plugins().stream()
                .filter(plugin -> !jars.isLeaving(plugin.bundle()))
                .toList();
    }

    private InstalledPlugin installed(OfferedPlugin plugin, Optional<PluginJar> jar) {
        Optional<String> failure = plugin.failure();
        if (failure.isEmpty() && jar.isPresent() && !jar.get().name().equals(plugin.name())) {
            failure = Optional.of("Its manifest says " + jar.get().name() + " and it says " + plugin.name());
        }
        if (failure.isEmpty()) {
            failure = jar.flatMap(PluginJar::failure);
        }
        String name = plugin.name().isEmpty() ? jar.map(PluginJar::name).orElse("unnamed") : plugin.name();
        String title = plugin.title().isEmpty() ? jar.map(PluginJar::title).orElse(name) : plugin.title();
        return new InstalledPlugin(name, title, jars.version(plugin.bundle()), Optional.of(plugin), failure);
    }

    private static void add(Map<String, InstalledPlugin> found, InstalledPlugin plugin) {
        String name = plugin.name();
        if (found.putIfAbsent(name, plugin) != null) {
            String other = name + "-again";
            found.putIfAbsent(
                    other,
                    new InstalledPlugin(
                            other,
                            plugin.title(),
                            plugin.version(),
                            Optional.empty(),
                            Optional.of("Another jar is the plugin " + name + " already")));
        }
    }
}
