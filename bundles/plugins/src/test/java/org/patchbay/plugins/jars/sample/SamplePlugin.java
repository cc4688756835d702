package org.patchbay.plugins.jars.sample;

import org.patchbay.spi.plugins.Plugin;

/** Goes into a jar that the framework of {@code PluginJarsTest} installs. */
public final class SamplePlugin implements Plugin {
    @Override
    public String name() {
        return "sample";
    }

    @Override
    public String title() {
        return "Sample";
    }

    @Override
    public String settingsSchema() {
        return "{\"type\": \"object\", \"properties\": {}}";
    }
}
