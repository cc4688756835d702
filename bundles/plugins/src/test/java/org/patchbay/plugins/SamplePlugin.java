package org.patchbay.plugins;

import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.plugins.Plugin;
import org.patchbay.spi.plugins.PluginException;

/** A plugin whose other side lets in who has the token "open sesame". */
record SamplePlugin(String name, String title, String settingsSchema) implements Plugin {

    static final String SCHEMA =
            """
            {"type": "object",
             "properties": {
               "address": {"type": "string", "format": "uri", "default": "https://example.com"},
               "token": {"type": "string", "secret": true, "minLength": 3},
               "second": {"type": "string", "secret": true}
             },
             "required": ["token"]}
            """;

    static SamplePlugin named(String name) {
        return new SamplePlugin(name, "Sample", SCHEMA);
    }

    @Override
    public String test(Settings settings) throws PluginException {
        return switch (settings.text("token").orElse("")) {
            case "open sesame" -> settings.text("address").orElse("") + " answers";
            case "crash" -> throw new IllegalArgumentException("not said to anybody");
            default -> throw new PluginException("Sample refused the token", false);
        };
    }
}
