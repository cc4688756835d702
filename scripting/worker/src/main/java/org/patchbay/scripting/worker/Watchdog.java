package org.patchbay.scripting.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.NotificationEmitter;

/**
 * Watches every run: one that goes over its limits is stopped; one that cannot be stopped (a huge BigInt, a full heap)
 * takes the whole worker with it. Sleeps while nothing runs.
 */
final class Watchdog implements Runnable {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long GRACE = TimeUnit.SECONDS.toNanos(2);

    /** What stops at all has stopped by then; the rest of the grace is for starting another worker. */
    private static final long DOUBT = TimeUnit.MILLISECONDS.toNanos(150);

    /** Of the heap, after all garbage is gone. */
    private static final double FULL = 0.6;

    private final Set<Run> runs = ConcurrentHashMap.newKeySet();
    private final Last last;
    private volatile boolean asleep;
    private final Thread thread = new Thread(this, "watchdog");

    Watchdog(Last last) {
        this.last = last;
        watchHeap();
        thread.setDaemon(true);
        thread.start();
    }

    private void watchHeap() {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
                .ifPresent(pool ->
                        pool.setCollectionUsageThreshold((long) (pool.getUsage().getMax() * FULL)));
        if (ManagementFactory.getMemoryMXBean() instanceof NotificationEmitter heap) {
            heap.addNotificationListener(
                    (notification, handback) -> last.warn(),
                    notification ->
                            notification.getType().equals(MemoryNotificationInfo.MEMORY_COLLECTION_THRESHOLD_EXCEEDED),
                    null);
        }
    }

    void began(Run run) {
        runs.add(run);
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    void ended(Run run) {
        runs.remove(run);
    }

    private Optional<Run> heaviest() {
        return runs.stream().max(Comparator.comparingLong(Run::allocated));
    }

    /**
     * An allocation failed. When the heap is full the worker ends: the run that has allocated the most is to blame, also
     * when another one noticed. When there is room, one huge allocation was refused and harmed nobody else.
     */
    void exhausted(Run noticed) {
        var runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        if (used < runtime.maxMemory() / 4 * 3) {
            noticed.stopping("more memory at once than there is");
            return;
        }
        last.words(heaviest().orElse(noticed), "it filled the memory");
    }

    @Override
    public void run() {
        while (true) {
            if (runs.isEmpty()) {
                asleep = true;
                if (runs.isEmpty()) {
                    LockSupport.park(this);
                }
                asleep = false;
            }
            LockSupport.parkNanos(this, STEP);
            runs.forEach(this::look);
        }
    }

    private void look(Run run) {
        long overtime = run.overtimeNanos();
        if (overtime > GRACE) {
            last.words(run, run.reason().orElse("") + ", and could not be stopped");
        } else if (overtime > DOUBT && run.doubt()) {
            last.warn();
        } else if (run.reason().isEmpty()) {
            run.excess().ifPresent(reason -> {
                run.stopping(reason);
                run.script().close();
            });
        }
    }
}
