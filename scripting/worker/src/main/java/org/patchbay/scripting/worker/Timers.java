package org.patchbay.scripting.worker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** One script's waiting timers; at most a day each. Thread-safe. */
final class Timers {

    private static final double DAY = TimeUnit.DAYS.toMillis(1);

    private final ScheduledExecutorService clock;
    private final LongConsumer fire;
    private final Map<Long, Future<?>> waiting = new ConcurrentHashMap<>();

    Timers(ScheduledExecutorService clock, LongConsumer fire) {
        this.clock = clock;
        this.fire = fire;
    }

    void start(long id, double milliseconds) {
        long delay = (long) Math.min(Math.max(milliseconds, 1), DAY);
        waiting.put(id, clock.schedule(() -> fired(id), delay, TimeUnit.MILLISECONDS));
    }

    private void fired(long id) {
        waiting.remove(id);
        fire.accept(id);
    }

    void stop(long id) {
        var timer = waiting.remove(id);
        if (timer != null) {
            timer.cancel(false);
        }
    }

    void stopAll() {
        waiting.keySet().forEach(this::stop);
    }
}
