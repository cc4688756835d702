package org.patchbay.scripting.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.scripting.ScriptKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which node runs the scripts: the one that the cluster has run a task on. A node that has not been asked for a while is
 * no longer the home.
 */
final class Home implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Home.class);
    private static final String TOPIC = "scripts-changed";
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final long LEASE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Cluster cluster;
    private final ScheduledExecutorService keeper;
    private final Runnable takeOver;
    private final Runnable giveUp;
    private final Consumer<ScriptKey> refresh;
    private final Registration news;
    private final Registration task;
    private volatile long lastBeat;
    private boolean here;

    Home(
            Cluster cluster,
            ScheduledExecutorService keeper,
            Runnable takeOver,
            Runnable giveUp,
            Consumer<ScriptKey> refresh) {
        this.cluster = cluster;
        this.keeper = keeper;
        this.takeOver = takeOver;
        this.giveUp = giveUp;
        this.refresh = refresh;
        this.news = cluster.subscribe(TOPIC, message -> keep(() -> refreshed(new String(message, UTF_8))));
        this.task = cluster.task("scripts-home", BEAT, this::beat);
        var unused = keeper.scheduleWithFixedDelay(
                () -> safely(this::checkLease), BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        lastBeat = System.nanoTime();
        keep(this::settle);
    }

    private void settle() {
        if (!here) {
            takeOver.run();
            here = true;
            log.info("The scripts run on this node");
        }
    }

    private void checkLease() {
        if (here && System.nanoTime() - lastBeat > LEASE_NANOS) {
            here = false;
            log.info("The scripts no longer run on this node");
            giveUp.run();
        }
    }

    /** Tells every node that a script is to be looked at. */
    void changed(ScriptKey key) {
        cluster.publish(TOPIC, (key.portal() + " " + key.script()).getBytes(UTF_8));
    }

    private void refreshed(String message) {
        var parts = message.split(" ");
        if (here) {
            refresh.accept(new ScriptKey(new PortalId(parts[0]), parts[1]));
        }
    }

    private void keep(Runnable action) {
        keeper.execute(() -> safely(action));
    }

    private static void safely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            log.warn("Starting or stopping scripts failed; it is tried again", e);
        }
    }

    @Override
    public void close() {
        task.close();
        news.close();
    }
}
