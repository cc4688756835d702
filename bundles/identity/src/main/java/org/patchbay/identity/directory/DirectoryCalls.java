package org.patchbay.identity.directory;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.spi.identity.DirectoryAnswer;
import org.patchbay.spi.plugins.PluginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks directories on threads of its own, so many for each portal, and waits for none longer than the limit. */
final class DirectoryCalls implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DirectoryCalls.class);

    private final Duration limit;
    private final int perPortal;
    private final Map<PortalId, Semaphore> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads;

    DirectoryCalls(Duration limit, int perPortal, int atOnce) {
        this.limit = limit;
        this.perPortal = perPortal;
        this.threads = new ThreadPoolExecutor(
                0, atOnce, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), DirectoryCalls::thread);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** What the directory says; empty, and logged why, when it says nothing in time. */
    Optional<DirectoryAnswer> ask(PortalId portal, Connected connected, String login, String password) {
        long deadline = System.nanoTime() + limit.toNanos();
        String title = connected.directory().title();
        Optional<FutureTask<DirectoryAnswer>> call = Optional.empty();
        try {
            call = start(portal, connected, login, password, deadline);
            if (call.isPresent()) {
                return Optional.of(call.get().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
            }
            log.warn("Too many calls to {} are under way", title);
        } catch (TimeoutException e) {
            log.warn("{} does not answer within {} s", title, limit.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            complain(title, Optional.ofNullable(e.getCause()).orElse(e));
        }
        call.ifPresent(started -> started.cancel(true));
        return Optional.empty();
    }

    private Optional<FutureTask<DirectoryAnswer>> start(
            PortalId portal, Connected connected, String login, String password, long deadline)
            throws InterruptedException {
        Semaphore room = underWay.computeIfAbsent(portal, any -> new Semaphore(perPortal));
        if (!room.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        var call = new FutureTask<>(() -> connected.directory().check(connected.settings(), login, password));
        try {
            threads.execute(() -> {
                try {
                    call.run();
                } finally {
                    room.release();
                }
            });
            return Optional.of(call);
        } catch (RejectedExecutionException e) {
            room.release();
            return Optional.empty();
        }
    }

    private static void complain(String title, Throwable cause) {
        if (cause instanceof PluginException || cause instanceof PatchbayException) {
            log.warn("{} cannot be asked: {}", title, cause.getMessage());
        } else {
            log.warn("The directory {} threw what it should not", title, cause);
        }
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "patchbay-directory");
        thread.setDaemon(true);
        return thread;
    }
}
