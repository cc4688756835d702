package org.patchbay.plugins.jars;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The place of one file in the deploy folder: at most one bundle that counts, the last one wanted. Thread-safe. */
final class DeploySlot {

    private static final Logger log = LoggerFactory.getLogger(DeploySlot.class);

    /** How long a new bundle waits for its predecessor to go. */
    private static final long PREDECESSOR_MILLIS = 5_000;

    private final BundleContext context;
    private final PluginStarts starts;
    private final UnreadableJars unreadable;
    private Optional<Bundle> present = Optional.empty();
    private long wishes;

    DeploySlot(BundleContext context, PluginStarts starts, UnreadableJars unreadable) {
        this.context = context;
        this.starts = starts;
        this.unreadable = unreadable;
    }

    synchronized void adopt(Bundle bundle) {
        present = Optional.of(bundle);
    }

    /** Puts the file's bundle in the place of the present one, soon. */
    synchronized void put(File file, String location) {
        long wish = ++wishes;
        Optional<Thread> going = takeAway();
        Thread thread = new Thread(() -> replace(file, location, going, wish), "plugin-deploy-" + file.getName());
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes the present bundle away, soon. */
    synchronized void clear() {
        wishes++;
        // Nobody waits for it.
        var unused = takeAway();
    }

    private Optional<Thread> takeAway() {
        Optional<Thread> going = present.map(starts::takeAway);
        present = Optional.empty();
        return going;
    }

    private void replace(File file, String location, Optional<Thread> going, long wish) {
        going.ifPresent(thread -> await(thread, PREDECESSOR_MILLIS));
        Optional<Bundle> installed;
        synchronized (this) {
            if (wish != wishes) {
                return;
            }
            present = install(file, location);
            installed = present;
        }
        installed.ifPresent(bundle -> starts.tryToStart(bundle.getBundleId()));
    }

    private Optional<Bundle> install(File file, String location) {
        try (InputStream content = Files.newInputStream(file.toPath())) {
            Bundle bundle = context.installBundle(location, content);
            return Optional.of(bundle);
        } catch (IOException | BundleException e) {
            log.debug("The file {} cannot be installed", file, e);
            unreadable.refused(file, Diagnosis.reason(e));
            return Optional.empty();
        } catch (IllegalStateException e) {
            log.debug("The file {} comes too late: the server stops", file, e);
            return Optional.empty();
        }
    }

    /** Waits for the end of a thread, but not longer than that. */
    static void await(Thread thread, long milliseconds) {
        try {
            thread.join(Math.max(1, milliseconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
