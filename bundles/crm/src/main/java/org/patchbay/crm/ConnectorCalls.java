package org.patchbay.crm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.spi.plugins.PluginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks connectors at the same time, so many for each portal, and waits for none longer than the limit. */
final class ConnectorCalls implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ConnectorCalls.class);

    private final Duration limit;
    private final int perPortal;
    private final Map<PortalId, Semaphore> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads;

    ConnectorCalls(Duration limit, int perPortal, int atOnce) {
        this.limit = limit;
        this.perPortal = perPortal;
        this.threads = new ThreadPoolExecutor(
                0, atOnce, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> new Thread(task, "crm-call"));
    }

    /** Asks all of them; the outcomes are in the order of the CRMs. */
    <T> List<Outcome<T>> ask(PortalId portal, List<Connected> crms, Question<T> question) {
        return ask(portal, crms, question, true);
    }

    /** Asks all of them to write; what takes too long goes on without us, so that it can remember what it wrote. */
    <T> List<Outcome<T>> tell(PortalId portal, List<Connected> crms, Question<T> question) {
        return ask(portal, crms, question, false);
    }

    private <T> List<Outcome<T>> ask(PortalId portal, List<Connected> crms, Question<T> question, boolean interrupt) {
        long deadline = System.nanoTime() + limit.toNanos();
        List<Asked<T>> asked = new ArrayList<>();
        for (Connected crm : crms) {
            asked.add(new Asked<>(crm, start(portal, crm, question, deadline)));
        }
        return asked.stream().map(one -> outcome(one, deadline, interrupt)).toList();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private <T> Optional<Future<T>> start(PortalId portal, Connected crm, Question<T> question, long deadline) {
        Semaphore room = underWay.computeIfAbsent(portal, any -> new Semaphore(perPortal));
        boolean submitted = false;
        boolean admitted = false;
        try {
            admitted = room.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (!admitted) {
                return Optional.empty();
            }
            FutureTask<T> call = new FutureTask<>(() -> question.ask(crm));
            threads.execute(() -> {
                try {
                    call.run();
                } finally {
                    room.release();
                }
            });
            submitted = true;
            return Optional.of(call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        } finally {
            if (admitted && !submitted) {
                room.release();
            }
        }
    }

    private <T> Outcome<T> outcome(Asked<T> asked, long deadline, boolean interrupt) {
        String title = asked.crm.connector().title();
        if (asked.future.isEmpty()) {
            return new Outcome.Complaint<>(title, "Too many calls to " + title + " are under way");
        }
        Future<T> future = asked.future.get();
        try {
            return new Outcome.Answer<>(asked.crm, future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            stop(future, interrupt);
            return new Outcome.Complaint<>(title, title + " does not answer within " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            stop(future, interrupt);
            Thread.currentThread().interrupt();
            return new Outcome.Complaint<>(title, "The call to " + title + " was given up");
        } catch (ExecutionException e) {
            return new Outcome.Complaint<>(
                    title, sentence(title, Optional.ofNullable(e.getCause()).orElse(e)));
        }
    }

    private static void stop(Future<?> future, boolean interrupt) {
        if (interrupt) {
            future.cancel(true);
        }
    }

    private static String sentence(String title, Throwable cause) {
        if (cause instanceof PluginException || cause instanceof PatchbayException) {
            return String.valueOf(cause.getMessage());
        }
        log.warn("The connector of {} threw what it should not", title, cause);
        return title + " failed: " + cause.getClass().getSimpleName();
    }

    /** What one connector is asked. */
    interface Question<T> {
        T ask(Connected crm) throws PluginException;
    }

    private record Asked<T>(Connected crm, Optional<Future<T>> future) {}
}
