package org.patchbay.itests.plugin;

import org.osgi.framework.FrameworkUtil;
import org.patchbay.spi.plugins.Plugin;

/** Runs, under the name that its manifest says. */
public final class GoodPlugin implements Plugin {
    @Override
    public String name() {
        return FrameworkUtil.getBundle(GoodPlugin.class).getHeaders().get("Patchbay-Plugin");
    }

    @Override
    public String title() {
        return name();
    }

    @Override
    public String settingsSchema() {
        return "{\"type\": \"object\", \"properties\": {}}";
    }
}
