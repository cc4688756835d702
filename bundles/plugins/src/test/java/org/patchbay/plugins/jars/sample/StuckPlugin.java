package org.patchbay.plugins.jars.sample;

import java.util.concurrent.locks.LockSupport;
import org.patchbay.spi.plugins.Plugin;

/** A component whose constructor comes to no end, also when it is interrupted. */
public final class StuckPlugin implements Plugin {

    /** The name of a system property: as long as it is set, nothing goes on. */
    public static final String STUCK = "patchbay.test.stuck";

    public StuckPlugin() {
        while (System.getProperty(STUCK) != null) {
            LockSupport.parkNanos(1_000_000);
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
