package org.patchbay.plugins;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.plugins.schema.SettingsSchema;
import org.patchbay.plugins.schema.UnusableSchemaException;
import org.patchbay.spi.plugins.Plugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plugin's service and what it said of itself when it came.
 *
 * @param schema empty when it is of no use; then there is a failure
 */
record OfferedPlugin(
        Plugin plugin,
        long bundle,
        String name,
        String title,
        Optional<SettingsSchema> schema,
        Optional<String> failure) {

    private static final Logger log = LoggerFactory.getLogger(OfferedPlugin.class);
    private static final int MAX_TITLE = 64;

    /** One that does not say what it is. */
    static OfferedPlugin silent(Plugin plugin, long bundle) {
        return failed(plugin, bundle, "", "", "It does not answer when asked what it is");
    }

    /** Asks the plugin, which may block; what it throws is contained. */
    static OfferedPlugin ask(Plugin plugin, long bundle) {
        String name = "";
        String title = "";
        try {
            name = text(plugin.name());
            title = text(plugin.title()).strip();
            if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || name.length() > 64) {
                return failed(plugin, bundle, name, title, "Its name is not of the form crm-hubspot");
            }
            if (title.isEmpty() || title.length() > MAX_TITLE) {
                return failed(plugin, bundle, name, name, "Its title must have 1 to " + MAX_TITLE + " characters");
            }
            SettingsSchema schema = SettingsSchema.parse(text(plugin.settingsSchema()));
            return new OfferedPlugin(plugin, bundle, name, title, Optional.of(schema), Optional.empty());
        } catch (UnusableSchemaException e) {
            return failed(plugin, bundle, name, title, "Its settings schema: " + e.getMessage());
        } catch (Throwable e) { // Foreign code may throw anything, also what it has not declared.
            log.warn("The plugin of bundle {} could not say what it is", bundle, e);
            return failed(
                    plugin,
                    bundle,
                    name,
                    title,
                    "It failed when asked what it is: " + e.getClass().getName());
        }
    }

    /** A plugin need not keep to what its compiler would have told it. */
    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }

    private static OfferedPlugin failed(Plugin plugin, long bundle, String name, String title, String failure) {
        return new OfferedPlugin(plugin, bundle, name, title, Optional.empty(), Optional.of(failure));
    }
}
