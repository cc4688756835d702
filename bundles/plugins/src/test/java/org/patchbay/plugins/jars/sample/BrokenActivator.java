package org.patchbay.plugins.jars.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle that cannot be started. */
public final class BrokenActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("no milk either");
    }

    @Override
    public void stop(BundleContext context) {}
}
