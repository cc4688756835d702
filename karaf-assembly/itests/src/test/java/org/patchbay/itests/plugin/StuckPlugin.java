package org.patchbay.itests.plugin;

import java.util.concurrent.locks.LockSupport;
import org.patchbay.spi.plugins.Plugin;

/** Never gets out of its constructor, whoever interrupts it. */
public final class StuckPlugin implements Plugin {

    public StuckPlugin() {
        while (name().equals("stuck")) {
            LockSupport.park();
            Thread.interrupted();
        }
    }

    @Override
    public String name() {
        return "stuck";
    }

    @Override
    public String title() {
        return "Stuck";
    }

    @Override
    public String settingsSchema() {
        return "{}";
    }
}
