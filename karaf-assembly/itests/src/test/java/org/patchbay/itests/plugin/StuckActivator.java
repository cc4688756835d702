package org.patchbay.itests.plugin;

import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Never gets started, whoever interrupts it. */
public final class StuckActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        while (context.getBundle() != null) {
            LockSupport.park();
            Thread.interrupted();
        }
    }

    @Override
    public void stop(BundleContext context) {}
}
