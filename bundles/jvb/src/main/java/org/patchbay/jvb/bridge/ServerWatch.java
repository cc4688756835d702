package org.patchbay.jvb.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.patchbay.jvb.colibri.ColibriClient;
import org.patchbay.jvb.colibri.ColibriException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a videobridge's health all the time, on a thread of its own. Thread-safe. */
final class ServerWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ServerWatch.class);
    private static final int FAILURES = 2;

    private final Timing timing;
    private final ColibriClient client;
    private final Runnable down;
    private final IntSupplier here;
    private final IntSupplier listeners;
    private final Thread thread;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean stopped;
    private volatile ServerHealth health = ServerHealth.unknown();
    private volatile int others;

    /** A watch; {@code down} is run each time that the videobridge turns down, {@code here} counts our own endpoints. */
    ServerWatch(
            String name, ColibriClient client, Timing timing, Runnable down, IntSupplier here, IntSupplier listeners) {
        this.timing = timing;
        this.client = client.within(timing.checkAnswer());
        this.down = down;
        this.here = here;
        this.listeners = listeners;
        this.thread = new Thread(this::watch, "patchbay-jvb-" + name + "-watch");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** How it was when last looked at. */
    ServerHealth health() {
        return health;
    }

    /** Looks at once, for something points to trouble. */
    void suspect() {
        wakeUp.release();
    }

    private void watch() {
        int failures = 0;
        while (!stopped) {
            try {
                ServerHealth now = look();
                failures = 0;
                tell(now);
            } catch (ColibriException e) {
                failures++;
                if (failures >= FAILURES) {
                    tell(ServerHealth.down(String.valueOf(e.getMessage())));
                }
            } catch (RuntimeException e) {
                log.warn("A look at a videobridge failed", e);
            }
            // After a first failure it looks again soon: one lost request is no outage.
            pause(failures > 0 && failures < FAILURES ? timing.check().dividedBy(4) : timing.check());
        }
    }

    /** How many endpoints of others it had when last looked at. */
    int others() {
        return others;
    }

    private ServerHealth look() throws ColibriException {
        client.health();
        int own = here.getAsInt();
        int hidden = listeners.getAsInt();
        JsonNode stats = client.stats();
        ServerHealth now = ServerHealth.of(stats, hidden);
        others = Math.max(0, now.counters().participants() - own);
        return now;
    }

    private void tell(ServerHealth now) {
        ServerHealth before = health;
        health = now;
        if (before.isUp() && !now.isUp() && !stopped) {
            down.run();
        }
    }

    private void pause(Duration length) {
        try {
            if (wakeUp.tryAcquire(length.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
    }
}
