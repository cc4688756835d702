package org.patchbay.plugins.jars.sample;

import org.patchbay.spi.plugins.Plugin;

/** A component that cannot be made. */
public final class BrokenPlugin implements Plugin {

    public BrokenPlugin() {
        throw new IllegalStateException("the coffee is cold");
    }

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
        return "{}";
    }
}
