package org.patchbay.testing.store;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.patchbay.api.store.UnitOfWork;

/** Two units of work at once, for tests of what must not be lost. */
public final class Racing {

    private static final int SECONDS = 30;

    private Racing() {}

    /** What both answer: both have read before either writes. Reading and writing may happen again, on the same thread. */
    public static <T> List<T> both(UnitOfWork work, Runnable read, Supplier<T> write) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier haveRead = new CyclicBarrier(2);
            var one = threads.submit(() -> race(work, read, haveRead, write));
            var other = threads.submit(() -> race(work, read, haveRead, write));
            return List.of(one.get(SECONDS, TimeUnit.SECONDS), other.get(SECONDS, TimeUnit.SECONDS));
        } finally {
            threads.shutdownNow();
        }
    }

    /** Who runs again because both waited for each other reads again, and waits for nobody. */
    private static <T> T race(UnitOfWork work, Runnable read, CyclicBarrier haveRead, Supplier<T> write) {
        AtomicBoolean first = new AtomicBoolean(true);
        return work.call(() -> {
            read.run();
            if (first.getAndSet(false)) {
                meet(haveRead);
            }
            return write.get();
        });
    }

    private static void meet(CyclicBarrier haveRead) {
        try {
            haveRead.await(SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
