package org.patchbay.scripting.worker;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches every run: one that goes over its limits is stopped; one that cannot be stopped (a huge BigInt, a full heap)
 * takes the whole worker with it. Sleeps while nothing runs.
 */
final class Watchdog implements Runnable {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long GRACE = TimeUnit.SECONDS.toNanos(2);

    private final Set<Run> runs = ConcurrentHashMap.newKeySet();
    private final Last last;
    private volatile boolean asleep;
    private final Thread thread = new Thread(this, "watchdog");

    Watchdog(Last last) {
        this.last = last;
        thread.setDaemon(true);
        thread.start();
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
        if (run.overtimeNanos() > GRACE) {
            last.words(run, run.reason().orElse("") + ", and could not be stopped");
        } else if (run.reason().isEmpty()) {
            run.excess().ifPresent(reason -> {
                run.stopping(reason);
                run.script().close();
            });
        }
    }
}
