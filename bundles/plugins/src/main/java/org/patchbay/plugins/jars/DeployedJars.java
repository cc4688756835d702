package org.patchbay.plugins.jars;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes bundles of the jars in the deploy folder. Whoever watches the folder is never held up by a bundle: each file has a
 * {@link DeploySlot}, which works on threads of its own. Thread-safe.
 */
@Component(
        service = {DeployedJars.class, ArtifactInstaller.class},
        immediate = true)
public final class DeployedJars implements ArtifactInstaller, SynchronousBundleListener {

    private static final Logger log = LoggerFactory.getLogger(DeployedJars.class);

    /** Locations that no folder watcher takes for files of its own. */
    private static final String LOCATION = "patchbay-plugin:";

    /** From this level on the folder is watched. */
    private static final int WATCHED_LEVEL = 90;

    /** The server stops its bundles from the highest level down: one that does not stop must not keep others from it. */
    private static final int LAST_TO_STOP = 1;

    private static final long STOP_MILLIS = 5_000;

    private final BundleContext context;
    private final PluginStarts starts;
    private final UnreadableJars unreadable;
    private final Map<String, DeploySlot> slots = new ConcurrentHashMap<>();
    private final AtomicLong installations = new AtomicLong(System.currentTimeMillis());

    @Activate
    public DeployedJars(BundleContext context, @Reference PluginStarts starts, @Reference UnreadableJars unreadable) {
        this.context = context;
        this.starts = starts;
        this.unreadable = unreadable;
        FrameworkStartLevel levels = context.getBundle(0).adapt(FrameworkStartLevel.class);
        // Set afterwards, for each, the framework's own thread would wait for a bundle that does not finish starting.
        levels.setInitialBundleStartLevel(LAST_TO_STOP);
        boolean boots = levels.getStartLevel() < WATCHED_LEVEL;
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith(LOCATION)) {
                if (boots) {
                    uninstall(bundle);
                } else {
                    slot(fileName(bundle)).adopt(bundle);
                }
            }
        }
        context.addBundleListener(this);
    }

    @Deactivate
    public void close() {
        context.removeBundleListener(this);
    }

    @Override
    public boolean canHandle(File artifact) {
        return artifact.getName().endsWith(".jar") && artifact.isFile();
    }

    @Override
    public void install(File artifact) {
        if (unreadable.complain(artifact)) {
            slot(artifact.getName()).clear();
        } else {
            slot(artifact.getName()).put(artifact, location(artifact));
        }
    }

    @Override
    public void update(File artifact) {
        install(artifact);
    }

    @Override
    public void uninstall(File artifact) {
        unreadable.forget(artifact);
        slot(artifact.getName()).clear();
    }

    /** Plugins go first when the server stops, as long as all that they use is there; those that do not stop go last. */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getBundle().getBundleId() != 0 || event.getType() != BundleEvent.STOPPING) {
            return;
        }
        List<Thread> stopping = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(LOCATION))
                .filter(bundle -> (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0)
                .map(starts::stop)
                .toList();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
        stopping.forEach(thread -> DeploySlot.await(thread, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
    }

    private DeploySlot slot(String file) {
        return slots.computeIfAbsent(file, any -> new DeploySlot(context, starts, unreadable));
    }

    /** One of its own for each installation: a bundle that does not go keeps its location. */
    private String location(File artifact) {
        return LOCATION + artifact.getName() + '#' + installations.incrementAndGet();
    }

    private static String fileName(Bundle bundle) {
        String location = bundle.getLocation();
        return location.substring(LOCATION.length(), location.lastIndexOf('#'));
    }

    /** What was installed before the restart: the folder tells anew what there is. */
    private static void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException | IllegalStateException e) {
            log.warn("The bundle {} of an earlier run stays", bundle, e);
        }
    }
}
