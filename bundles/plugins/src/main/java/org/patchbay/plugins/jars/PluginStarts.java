package org.patchbay.plugins.jars;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and takes away bundles, each on a thread of its own: what a plugin does in its activator or in a component's
 * constructor is done on that thread, so that one that comes to no end holds nobody else up. Thread-safe.
 */
@Component(service = PluginStarts.class)
public final class PluginStarts {

    private static final Logger log = LoggerFactory.getLogger(PluginStarts.class);

    /** How long a bundle may take to start before it is given up. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final BundleContext context;
    private final Duration limit;
    private final Map<Long, Thread> starting = new ConcurrentHashMap<>();
    private final Map<Long, String> failures = new ConcurrentHashMap<>();
    private final Set<Long> leaving = ConcurrentHashMap.newKeySet();
    private volatile boolean open;

    @Activate
    public PluginStarts(BundleContext context) {
        this(context, LIMIT, false);
    }

    PluginStarts(BundleContext context, Duration limit) {
        this(context, limit, true);
    }

    private PluginStarts(BundleContext context, Duration limit, boolean open) {
        this.context = context;
        this.limit = limit;
        this.open = open;
    }

    /**
     * Whether bundles are started. Not before the server itself is up: a component's constructor runs on the thread of
     * whoever asks for its service first, and while the server starts that may be a thread that others wait for.
     */
    public boolean isOpen() {
        return open;
    }

    /** From now on bundles are started. */
    public void open() {
        open = true;
    }

    /** Starts what has not started and has not failed to; one that is at it beyond the limit is interrupted. */
    public void tryToStart(long id) {
        Bundle bundle = context.getBundle(id);
        if (bundle == null
                || !open
                || (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) == 0
                || context.getBundle(0).getState() == Bundle.STOPPING
                || failures.containsKey(id)
                || leaving.contains(id)) {
            return;
        }
        Thread thread = daemon("plugin-start-" + id, () -> start(bundle));
        if (starting.putIfAbsent(id, thread) == null) {
            thread.start();
            CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> giveUp(bundle, thread));
        }
    }

    /** Why it has not started, in one sentence. */
    Optional<String> failure(long id) {
        return Optional.ofNullable(failures.get(id));
    }

    /** Forgets that a bundle has failed: there is another one now, or none. */
    void forget(long id) {
        failures.remove(id);
    }

    /** Whether the bundle is being taken away, which may take it for ever. */
    boolean isLeaving(long id) {
        return leaving.contains(id);
    }

    /** Stops a bundle and uninstalls it, on the thread that is answered; nobody hears of the bundle any more. */
    Thread takeAway(Bundle bundle) {
        leaving.add(bundle.getBundleId());
        return leave(bundle, () -> {
            bundle.uninstall();
            leaving.remove(bundle.getBundleId());
        });
    }

    /** Stops a bundle because the server stops. */
    Thread stop(Bundle bundle) {
        return leave(bundle, () -> bundle.stop(Bundle.STOP_TRANSIENT));
    }

    private Thread leave(Bundle bundle, Leaving action) {
        long id = bundle.getBundleId();
        Optional.ofNullable(starting.get(id)).ifPresent(Thread::interrupt);
        Thread thread = daemon("plugin-stop-" + id, () -> {
            try {
                action.run();
            } catch (BundleException | IllegalStateException e) {
                log.warn("The bundle {} does not go: {}", bundle, Diagnosis.reason(e));
            }
        });
        thread.start();
        return thread;
    }

    private void start(Bundle bundle) {
        long id = bundle.getBundleId();
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            // What does not resolve yet, or comes before its start level is reached, may start later.
            if (e.getType() != BundleException.RESOLVE_ERROR && e.getType() != BundleException.START_TRANSIENT_ERROR) {
                // One that was given up ends by the interruption, which is not what was wrong with it.
                failures.putIfAbsent(id, "It failed while starting: " + Diagnosis.reason(e));
            }
        } catch (IllegalStateException e) {
            log.debug("The bundle {} went while it was starting", bundle, e);
        } finally {
            starting.remove(id);
        }
    }

    private void giveUp(Bundle bundle, Thread thread) {
        long id = bundle.getBundleId();
        if (starting.get(id) == thread) {
            failures.put(
                    id,
                    "It has not finished starting after " + limit.toSeconds() + " seconds"
                            + place(bundle, thread.getStackTrace())
                                    .map(at -> "; it is at " + at)
                                    .orElse(""));
            thread.interrupt();
        }
    }

    /** Where in its own code a bundle is, or where in whatever code it brings along. */
    private static Optional<String> place(Bundle bundle, StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .filter(frame -> isOwn(bundle, frame.getClassName()))
                .findFirst()
                .map(StackTraceElement::toString);
    }

    private static boolean isOwn(Bundle bundle, String type) {
        try {
            return bundle.getEntry(type.replace('.', '/') + ".class") != null;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** What is done with a bundle that goes. */
    private interface Leaving {
        void run() throws BundleException;
    }
}
