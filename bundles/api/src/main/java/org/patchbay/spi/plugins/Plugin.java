package org.patchbay.spi.plugins;

import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.plugins.Settings;

/** What a plugin says of itself; one service a jar. */
@ConsumerType
public interface Plugin {

    /** Kebab-case and unique, such as {@code crm-hubspot}. */
    String name();

    /** The name people see. */
    String title();

    /**
     * JSON Schema 2020-12 of the settings: an object with flat properties of type string, integer, number or boolean;
     * {@code "secret": true} marks what is encrypted and never shown; {@code title} and {@code description} label the
     * form, also as {@code "title.de"} and so on.
     */
    String settingsSchema();

    /**
     * Tries the settings out against the other side. Blocks.
     *
     * @return one sentence on what answered
     * @throws PluginException with one sentence on what is wrong
     */
    default String test(Settings settings) throws PluginException {
        return "There is nothing to test";
    }
}
