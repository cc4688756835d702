package org.patchbay.plugins;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.api.cluster.Registration;
import org.patchbay.plugins.jars.PluginJar;
import org.patchbay.plugins.jars.PluginJar.Condition;
import org.patchbay.plugins.jars.PluginJars;
import org.patchbay.plugins.jars.PluginStarts;
import org.patchbay.plugins.jars.UnreadableJars;
import org.patchbay.spi.web.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches jars come, fail and go, on a thread of its own, and has the news told. */
@Component(service = PluginWatch.class, immediate = true)
public final class PluginWatch implements BundleListener {

    private static final Logger log = LoggerFactory.getLogger(PluginWatch.class);
    private static final long[] LOOKS_AFTER_START_MILLIS = {0, 5_000, 21_000};
    private static final long UP_MILLIS = 250;
    private static final long RETRY_MILLIS = 10_000;
    private static final long LONGEST_RETRY_MILLIS = 600_000;

    private final BundleContext context;
    private final InstalledPlugins installed;
    private final PluginJars jars;
    private final PluginStarts starts;
    private final PluginNews news;
    private final Registration directory;
    private final Registration unreadable;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();
    private final Set<Long> stoppedByHand = ConcurrentHashMap.newKeySet();
    private final Set<String> uninstalled = ConcurrentHashMap.newKeySet();
    private final long firstSettled;
    private int failures;

    /** What has to be well before the first plugin is started. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<HealthCheck> checks = List.of();

    private Optional<ScheduledFuture<?>> pending = Optional.empty();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread worker = new Thread(task, "plugin-watch");
        worker.setDaemon(true);
        return worker;
    });

    @Activate
    public PluginWatch(
            BundleContext context,
            @Reference PluginDirectory directory,
            @Reference InstalledPlugins installed,
            @Reference PluginJars jars,
            @Reference PluginStarts starts,
            @Reference UnreadableJars unreadable,
            @Reference PluginNews news) {
        this.context = context;
        this.installed = installed;
        this.jars = jars;
        this.starts = starts;
        this.news = news;
        this.firstSettled = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOKS_AFTER_START_MILLIS[2]);
        this.directory = directory.onChange(() -> lookAfter(0));
        this.unreadable = unreadable.onChange(() -> lookAfter(0));
        context.addBundleListener(this);
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() == Bundle.ACTIVE) {
                running.add(bundle.getBundleId());
            }
        }
        for (long millis : LOOKS_AFTER_START_MILLIS) {
            lookAfter(millis);
        }
    }

    @Deactivate
    public void close() {
        context.removeBundleListener(this);
        directory.close();
        unreadable.close();
        thread.shutdownNow();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        if (!PluginJars.isPlugin(bundle)) {
            return;
        }
        long id = bundle.getBundleId();
        switch (event.getType()) {
            case BundleEvent.STARTED -> {
                running.add(id);
                stoppedByHand.remove(id);
            }
            case BundleEvent.STOPPED -> {
                if (running.remove(id)) {
                    stoppedByHand.add(id);
                }
            }
            case BundleEvent.INSTALLED, BundleEvent.UPDATED, BundleEvent.UNINSTALLED -> {
                jars.changed(bundle);
                stoppedByHand.remove(id);
                if (event.getType() == BundleEvent.UNINSTALLED) {
                    uninstalled.add(PluginJars.name(bundle));
                }
            }
            default -> log.debug("Plugin bundle {} has event {}", id, event.getType());
        }
        lookAfter(0);
        lookAfter(PluginJars.GRACE.toMillis() + 100);
    }

    private void lookAfter(long millis) {
        try {
            // A look contains its own failures.
            var unused = thread.schedule(this::look, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("No look at the plugins: the watch is over");
        }
    }

    private void look() {
        try {
            if (context.getBundle(0).getState() == Bundle.STOPPING) {
                return;
            }
            if (!starts.isOpen()) {
                openOrWait();
            }
            for (PluginJar jar : installed.notRunning()) {
                if (jar.condition() == Condition.COMING) {
                    lookAfter(PluginJars.GRACE.toMillis());
                }
                if (!stoppedByHand.contains(jar.bundle())) {
                    starts.tryToStart(jar.bundle());
                }
            }
            news.report(installed.list(), coming());
            failures = 0;
        } catch (IllegalStateException e) {
            log.debug("The look at the plugins ended with the server", e);
        } catch (RuntimeException e) {
            retry(e);
        }
    }

    private void openOrWait() {
        List<HealthCheck> present = checks;
        boolean web = present.stream().anyMatch(check -> check.name().equals("web"));
        if (web && present.stream().allMatch(check -> check.check().isEmpty())) {
            starts.open();
        } else {
            lookAfter(UP_MILLIS);
        }
    }

    /** One look is to come, however many have failed, and each time later. */
    private void retry(RuntimeException failure) {
        if (failures == 0) {
            log.warn("The news of plugins could not be told; trying again", failure);
        }
        failures++;
        pending.ifPresent(look -> look.cancel(false));
        long millis = Math.min(RETRY_MILLIS << Math.min(failures - 1, 6), LONGEST_RETRY_MILLIS);
        try {
            pending = Optional.of(thread.schedule(this::look, millis, TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            log.debug("No look at the plugins: the watch is over");
        }
    }

    /** Names that are not to be called gone: what is coming up, and before all is up, everything not uninstalled. */
    private Set<String> coming() {
        Set<String> names = installed.notRunning().stream().map(PluginJar::name).collect(Collectors.toSet());
        if (System.nanoTime() - firstSettled < 0) {
            names.addAll(news.knownNames());
            names.removeAll(uninstalled);
        }
        return names;
    }
}
