package org.patchbay.plugins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.plugins.PluginSettings;
import org.patchbay.api.plugins.PluginView;
import org.patchbay.api.plugins.Plugins;
import org.patchbay.spi.tenancy.Items;
import org.patchbay.spi.tenancy.PortalSection;
import org.patchbay.spi.tenancy.Section;

/**
 * The settings of plugins in a portal's file. A secret is {@code set}, which keeps the one that is there, or {@code env:} and
 * the name of a variable of the server that begins with {@code PATCHBAY_SECRET_}, which root alone may name; never the secret.
 */
@Component(service = PortalSection.class)
public final class PluginsSection implements PortalSection<PluginsSection.PluginText[]> {

    static final String KEPT = "set";
    private static final String VARIABLE = "env:";
    private static final String PREFIX = "PATCHBAY_SECRET_";

    private final Plugins plugins;
    private final PluginSettings settings;
    private final InstalledPlugins installed;
    private final Function<String, @Nullable String> environment;

    @Activate
    public PluginsSection(
            @Reference Plugins plugins, @Reference PluginSettings settings, @Reference InstalledPlugins installed) {
        this(plugins, settings, installed, System::getenv);
    }

    PluginsSection(
            Plugins plugins,
            PluginSettings settings,
            InstalledPlugins installed,
            Function<String, @Nullable String> environment) {
        this.plugins = plugins;
        this.settings = settings;
        this.installed = installed;
        this.environment = environment;
    }

    @Override
    public Section<PluginText[]> section() {
        return new Section<>("plugins", 30, PluginText[].class, Right.MANAGE_PLUGINS);
    }

    @Override
    public PluginText[] read(PortalId portal) {
        return configured(portal).stream().map(PluginsSection::text).toArray(PluginText[]::new);
    }

    private List<PluginView> configured(PortalId portal) {
        return plugins.list(portal).stream()
                .filter(PluginView::configured)
                .sorted(Comparator.comparing(PluginView::name))
                .toList();
    }

    private static PluginText text(PluginView view) {
        Map<String, String> secrets = new TreeMap<>();
        view.secretsSet().forEach(name -> secrets.put(name, KEPT));
        return new PluginText(view.name(), view.values(), secrets);
    }

    @Override
    public List<String> apply(PortalId portal, PluginText[] wanted, Caller by) {
        List<String> hidden = new ArrayList<>();
        Items.each(wanted, text -> hidden.addAll(apply(portal, text, by)));
        return hidden;
    }

    private List<String> apply(PortalId portal, PluginText wanted, Caller by) {
        PluginView view = plugins.find(portal, wanted.name())
                .orElseThrow(() -> Problem.INVALID.at("/name", "plugin.unknown", "is no plugin of this server"));
        Map<String, Object> changed = secrets(portal, view, wanted, by);
        boolean same = view.configured() && same(view, wanted);
        if (same && changed.isEmpty()) {
            return List.of();
        }
        Map<String, Object> values = new LinkedHashMap<>(wanted.settings());
        values.putAll(changed);
        Items.at("/settings", () -> plugins.configure(portal, view.name(), view.revision(), values, by));
        return changed.entrySet().stream()
                .filter(secret ->
                        !secret.getValue().equals("") && view.secretsSet().contains(secret.getKey()))
                .map(secret -> "plugins/" + view.name() + "/" + secret.getKey())
                .toList();
    }

    private boolean same(PluginView view, PluginText wanted) {
        Map<String, Object> filled = installed
                .offered(view.name())
                .flatMap(OfferedPlugin::schema)
                .map(schema -> schema.withDefaults(wanted.settings()))
                .orElse(wanted.settings());
        return texts(view.values()).equals(texts(filled));
    }

    /** A number is the same whatever it was read from. */
    private static Map<String, String> texts(Map<String, Object> values) {
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, value -> value.getValue()
                .toString()));
    }

    /** The secrets that change: new values, and empty ones for those that go. */
    private Map<String, Object> secrets(PortalId portal, PluginView view, PluginText wanted, Caller by) {
        Map<String, Object> changed = new LinkedHashMap<>();
        wanted.secrets()
                .forEach((name, reference) -> Items.at("/secrets/" + name, () -> {
                    if (reference.equals(KEPT)) {
                        if (!view.secretsSet().contains(name)) {
                            throw Problem.INVALID.because(
                                    "secret.missing",
                                    "is not set in this portal; name a variable as env:" + PREFIX + "…");
                        }
                    } else {
                        String value = value(reference, by);
                        if (!kept(portal, view, name).equals(Optional.of(value))) {
                            changed.put(name, value);
                        }
                    }
                }));
        Set<String> named = wanted.secrets().keySet();
        view.secretsSet().stream().filter(name -> !named.contains(name)).forEach(name -> changed.put(name, ""));
        return changed;
    }

    private Optional<String> kept(PortalId portal, PluginView view, String name) {
        return view.configured() && view.invalid().isEmpty()
                ? settings.of(portal, view.name()).flatMap(all -> all.text(name))
                : Optional.empty();
    }

    private String value(String reference, Caller by) {
        if (!reference.startsWith(VARIABLE + PREFIX)) {
            throw Problem.INVALID.because(
                    "secret.reference",
                    "must be \"set\" or \"env:" + PREFIX + "…\": a secret itself never stands in a file");
        }
        if (!by.portal().isRoot()) {
            throw Problem.FORBIDDEN.because(
                    "secret.root-only", "names a variable of the server, which only who runs it may do");
        }
        String value = environment.apply(reference.substring(VARIABLE.length()));
        if (value == null || value.isEmpty()) {
            throw Problem.INVALID.because("secret.unknown", "names a variable that the server does not have");
        }
        return value;
    }

    @Override
    public void prune(PortalId portal, PluginText[] wanted, Caller by) {
        Set<String> named = Arrays.stream(wanted).map(PluginText::name).collect(Collectors.toSet());
        configured(portal).stream()
                .filter(view -> !named.contains(view.name()))
                .forEach(view -> plugins.unconfigure(portal, view.name(), by));
    }

    /**
     * The settings of one plugin.
     *
     * @param secrets name to {@code set} or a reference
     */
    public record PluginText(
            String name, @MayBeAbsent Map<String, Object> settings, @MayBeAbsent Map<String, String> secrets) {}
}
