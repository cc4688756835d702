package org.patchbay.plugins;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;

/** What happens to plugins; jars come and go in root's journal, settings change in the portal's. */
@Component
public final class PluginEvents implements EventTypes {

    static final String INSTALLED = "plugin.installed";
    static final String REMOVED = "plugin.removed";
    static final String CONFIGURED = "plugin.configured";
    static final String FAILED = "plugin.failed";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(
                        INSTALLED, "A plugin was installed, in this version for the first time.", Installed.class),
                EventType.durable(REMOVED, "A plugin's jar was removed.", Removed.class),
                EventType.durable(CONFIGURED, "A plugin's settings were changed or removed.", Configured.class),
                EventType.durable(FAILED, "A plugin's jar does not run.", Failed.class));
    }

    /** A plugin runs. */
    public record Installed(String plugin, String title, String version) {}

    /** A plugin is gone. */
    public record Removed(String plugin, String title, String version) {}

    /**
     * Settings changed.
     *
     * @param configured false when they were removed
     */
    public record Configured(String plugin, boolean configured) {}

    /**
     * A plugin does not run.
     *
     * @param error why, in one sentence
     */
    public record Failed(String plugin, String title, String version, String error) {}
}
