package org.patchbay.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.patchbay.store.database.Database;
import org.patchbay.store.database.DatabaseDownException;
import org.patchbay.store.database.DatabaseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database, and then the units of every bundle that has some, on a thread of its own: the rest of the server
 * starts meanwhile. A database that is down is tried again until it answers.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.patchbay.store",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = StoreConfig.class)
public final class StoreStarter implements BundleTrackerCustomizer<SliceBundle> {

    private static final Logger log = LoggerFactory.getLogger(StoreStarter.class);
    private static final long STOP_SECONDS = 20;

    private final BundleContext context;
    private final DatabaseSettings settings;
    private final Duration retry;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "store"));
    private final BundleTracker<SliceBundle> tracker;
    private @Nullable OpenStore store; // Touched by the thread alone.

    @Activate
    public StoreStarter(BundleContext context, StoreConfig config) {
        this.context = context;
        this.settings = settings(config);
        this.retry = Duration.ofSeconds(config.retrySeconds());
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        thread.execute(this::start);
    }

    private static DatabaseSettings settings(StoreConfig config) {
        String url = config.url().isBlank()
                ? "jdbc:derby:" + Path.of(config.dataFolder()).toAbsolutePath().resolve("derby") + ";create=true"
                : config.url().strip();
        return new DatabaseSettings(
                url,
                config.user(),
                config.password(),
                config.poolSize(),
                Duration.ofSeconds(config.connectionWaitSeconds()));
    }

    private void start() {
        try {
            store = new OpenStore(context, Database.open(settings));
            log.info("The database {} is open", settings.place());
            tracker.open();
        } catch (DatabaseDownException e) {
            log.error("{}; trying again in {} s", e.getMessage(), retry.toSeconds());
            var unused = thread.schedule(this::start, retry.toSeconds(), TimeUnit.SECONDS);
        } catch (RuntimeException e) {
            log.error("The store does not start", e);
        }
    }

    @Override
    public @Nullable SliceBundle addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        SliceBundle slice = new SliceBundle(bundle);
        if (!slice.hasUnits()) {
            return null;
        }
        thread.execute(() -> {
            if (store != null) {
                store.open(slice);
            }
        });
        return slice;
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, SliceBundle slice) {
        // From starting to active: nothing changes.
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, SliceBundle slice) {
        thread.execute(() -> {
            if (store != null) {
                store.close(slice);
            }
        });
    }

    @Deactivate
    void stop() throws InterruptedException {
        tracker.close();
        thread.execute(() -> {
            if (store != null) {
                store.close();
                store = null;
            }
        });
        thread.shutdown();
        if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            log.warn("The store did not close in {} s", STOP_SECONDS);
        }
    }
}
