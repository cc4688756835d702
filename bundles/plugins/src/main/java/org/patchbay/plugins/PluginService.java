package org.patchbay.plugins;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.plugins.PluginSettings;
import org.patchbay.api.plugins.PluginView;
import org.patchbay.api.plugins.PluginView.Tested;
import org.patchbay.api.plugins.Plugins;
import org.patchbay.api.plugins.Settings;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.plugins.live.PluginChange;
import org.patchbay.plugins.schema.SettingsSchema;
import org.patchbay.plugins.store.SettingsStore;
import org.patchbay.plugins.store.StoredSettings;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Plugins and their settings, portal by portal. */
@Component(service = {Plugins.class, PluginSettings.class, PortalData.class})
public final class PluginService implements Plugins, PluginSettings, PortalData {

    private static final Duration TEST_LIMIT = Duration.ofSeconds(20);
    private static final String FAILED = "It does not run here. Whoever runs this server sees why";
    private static final int MAX_MESSAGE = 500;

    private final InstalledPlugins installed;
    private final SettingsStore store;
    private final SettingsVault vault;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork unit;
    private final Cluster cluster;
    private final SettingsGuardDirectory guards;
    private final Clock clock = Clock.systemUTC();
    private final PluginTests tests = new PluginTests(TEST_LIMIT);

    @Activate
    public PluginService(
            @Reference InstalledPlugins installed,
            @Reference SettingsStore store,
            @Reference Secrets secrets,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster,
            @Reference SettingsGuardDirectory guards) {
        this.installed = installed;
        this.store = store;
        this.vault = new SettingsVault(secrets);
        this.events = events;
        this.audit = audit;
        this.unit = unit;
        this.cluster = cluster;
        this.guards = guards;
    }

    @Deactivate
    public void close() {
        tests.close();
    }

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public List<PluginView> list(PortalId portal) {
        Map<String, StoredSettings> settings = store.all(portal);
        return installed.list().stream()
                .filter(plugin -> portal.isRoot() || plugin.readable())
                .map(plugin -> view(portal, plugin, Optional.ofNullable(settings.get(plugin.name()))))
                .toList();
    }

    @Override
    public Optional<PluginView> find(PortalId portal, String plugin) {
        return installed
                .find(plugin)
                .filter(found -> portal.isRoot() || found.readable())
                .map(found -> view(portal, found, store.find(portal, plugin)));
    }

    @Override
    public PluginView configure(PortalId portal, String plugin, long revision, Map<String, Object> values, Caller by) {
        InstalledPlugin found = installed.find(plugin).orElseThrow(PluginService::unknown);
        SettingsSchema schema = found.offered()
                .flatMap(OfferedPlugin::schema)
                .orElseThrow(() -> Problem.CONFLICT.because(
                        "plugin.failed", found.title() + " does not run and takes no settings"));
        guards.requireChange(portal, plugin, by);
        Map<String, Object> given = present(values, schema.secrets());
        StoredSettings saved = unit.call(() -> {
            StoredSettings before = store.find(portal, plugin).orElse(StoredSettings.NONE);
            if (before.revision() != revision) {
                throw Problem.STALE.because("plugin.stale", "Somebody else changed these settings in the meantime");
            }
            StoredSettings after = vault.change(portal, plugin, schema.secrets(), before, given);
            check(portal, plugin, schema, after, given);
            store.save(portal, plugin, after);
            audit.record(portal, by, SettingsChange.of(plugin, before, after));
            published(portal, plugin, true);
            return after;
        });
        return view(portal, found, Optional.of(saved));
    }

    @Override
    public void unconfigure(PortalId portal, String plugin, Caller by) {
        guards.requireChange(portal, plugin, by);
        unit.run(() -> {
            StoredSettings before = store.find(portal, plugin).orElse(StoredSettings.NONE);
            if (store.remove(portal, plugin)) {
                audit.record(portal, by, SettingsChange.of(plugin, before, StoredSettings.NONE));
                published(portal, plugin, false);
            } else if (installed.find(plugin).isEmpty()) {
                throw unknown();
            }
        });
    }

    @Override
    public String test(PortalId portal, String plugin) {
        InstalledPlugin found = installed.find(plugin).orElseThrow(PluginService::unknown);
        OfferedPlugin offered = found.offered()
                .orElseThrow(() -> Problem.UNAVAILABLE.because("plugin.failed", found.title() + " does not run"));
        // Read before the settings are: a change in between makes the result one of old settings.
        long revision = store.find(portal, plugin).orElse(StoredSettings.NONE).revision();
        Settings settings = of(portal, plugin)
                .orElseThrow(() -> Problem.CONFLICT.because(
                        "plugin.not-configured", found.title() + " has no settings in this portal"));
        try {
            String answer = tests.run(offered.plugin(), found.title(), settings);
            tested(portal, plugin, revision, true, answer);
            return answer;
        } catch (PatchbayException e) {
            if (e.problem() == Problem.UNAVAILABLE) {
                tested(portal, plugin, revision, false, String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private void tested(PortalId portal, String plugin, long revision, boolean passed, String sentence) {
        String message = sentence.length() > MAX_MESSAGE ? sentence.substring(0, MAX_MESSAGE - 1) + '…' : sentence;
        Tested result = new Tested(passed, message, clock.instant().truncatedTo(ChronoUnit.MICROS));
        byte[] change = new PluginChange(Optional.of(portal), plugin).bytes();
        unit.run(() -> {
            store.tested(portal, plugin, revision, result);
            unit.afterCommit(() -> cluster.publish(PluginChange.TOPIC, change));
        });
    }

    @Override
    public Optional<Settings> of(PortalId portal, String plugin) {
        return installed.offered(plugin).flatMap(offered -> offered.schema()
                .flatMap(
                        schema -> store.find(portal, plugin).map(stored -> settings(portal, offered, schema, stored))));
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        store.all(portal)
                .forEach((plugin, settings) -> out.put(
                        "settings",
                        Map.of(
                                "plugin",
                                plugin,
                                "values",
                                settings.plain(),
                                "secrets",
                                settings.sealed().keySet())));
    }

    @Override
    public void erase(PortalId portal) {
        store.erase(portal);
    }

    private Settings settings(PortalId portal, OfferedPlugin plugin, SettingsSchema schema, StoredSettings stored) {
        SettingsVault.Opened opened = vault.open(portal, plugin.name(), stored, schema.names());
        List<FieldError> invalid = opened.unreadable().isEmpty() ? schema.check(opened.values()) : opened.unreadable();
        if (!invalid.isEmpty()) {
            throw Problem.UNAVAILABLE.because(
                    "plugin.settings-invalid",
                    "The settings of " + plugin.title() + " need attention: "
                            + invalid.get(0).pointer().substring(1) + " "
                            + invalid.get(0).detail(),
                    Map.of("plugin", plugin.name()));
        }
        return new Settings(portal, schema.typed(opened.values()));
    }

    /** Checks what was given as it was given, and of the rest what is kept. */
    private void check(
            PortalId portal, String plugin, SettingsSchema schema, StoredSettings after, Map<String, Object> given) {
        SettingsVault.Opened kept = vault.open(portal, plugin, after, schema.secrets());
        Map<String, Object> all = new LinkedHashMap<>(kept.values());
        given.forEach((name, value) -> {
            if (!schema.secrets().contains(name) || !value.equals("")) {
                all.put(name, value);
            }
        });
        List<FieldError> errors = kept.unreadable().isEmpty() ? schema.check(all) : kept.unreadable();
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
    }

    private PluginView view(PortalId portal, InstalledPlugin plugin, Optional<StoredSettings> stored) {
        Optional<SettingsSchema> schema = plugin.offered().flatMap(OfferedPlugin::schema);
        StoredSettings settings = stored.orElse(StoredSettings.NONE);
        return new PluginView(
                plugin.name(),
                plugin.title(),
                plugin.version(),
                plugin.failure().isPresent() ? PluginView.State.FAILED : PluginView.State.ACTIVE,
                // What went wrong inside is for who runs the server.
                portal.isRoot() ? plugin.failure() : plugin.failure().map(any -> FAILED),
                schema.map(SettingsSchema::text),
                stored.isPresent(),
                settings.revision(),
                schema.map(known -> known.withDefaults(settings.plain())).orElse(Map.of()),
                Set.copyOf(settings.sealed().keySet()),
                stored.isEmpty()
                        ? List.of()
                        : schema.map(known -> invalid(portal, plugin.name(), known, settings))
                                .orElse(List.of()),
                settings.tested());
    }

    private List<FieldError> invalid(PortalId portal, String plugin, SettingsSchema schema, StoredSettings stored) {
        SettingsVault.Opened opened = vault.open(portal, plugin, stored, schema.names());
        return opened.unreadable().isEmpty() ? schema.check(opened.values()) : opened.unreadable();
    }

    private void published(PortalId portal, String plugin, boolean configured) {
        events.publish(portal, PluginEvents.CONFIGURED, plugin, new PluginEvents.Configured(plugin, configured));
        byte[] change = new PluginChange(Optional.of(portal), plugin).bytes();
        unit.afterCommit(() -> cluster.publish(PluginChange.TOPIC, change));
    }

    /** The values that are there: an empty JSON value means none, and for a secret to remove it. */
    private static Map<String, Object> present(Map<String, Object> values, Set<String> secrets) {
        Map<String, Object> present = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            } else if (secrets.contains(name)) {
                present.put(name, "");
            }
        });
        return present;
    }

    private static PatchbayException unknown() {
        return Problem.NOT_FOUND.because("plugin.unknown", "There is no such plugin");
    }
}
