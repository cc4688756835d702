package org.patchbay.testing.store;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.patchbay.api.store.UnitOfWork;

/** Two units of work at once, for tests of what must not be lost. */
public final class Racing {

    private static final int SECONDS = 30;

    private Racing() {}

    /** What both answer: both have read before either writes. */
    public static <T> List<T> both(UnitOfWork work, Runnable read, Supplier<T> write) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier haveRead = new CyclicBarrier(2);
            var one = threads.submit(() -> work.call(() -> readAndWrite(read, haveRead, write)));
            var other = threads.submit(() -> work.call(() -> readAndWrite(read, haveRead, write)));
            return List.of(one.get(SECONDS, TimeUnit.SECONDS), other.get(SECONDS, TimeUnit.SECONDS));
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T readAndWrite(Runnable read, CyclicBarrier haveRead, Supplier<T> write) {
        read.run();
        try {
            haveRead.await(SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return write.get();
    }
}
