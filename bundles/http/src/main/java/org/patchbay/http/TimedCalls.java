package org.patchbay.http;

import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.http.HttpReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends calls on threads of its own, so that look-ups, connections and slow replies all end with the call's time. */
final class TimedCalls {

    private static final Logger log = LoggerFactory.getLogger(TimedCalls.class);

    private final ThreadPoolExecutor pool;

    TimedCalls(int atOnce) {
        this.pool =
                new ThreadPoolExecutor(0, atOnce, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), TimedCalls::thread);
    }

    void stop() {
        pool.shutdownNow();
    }

    /** Runs the exchange; the work is one of its ways to run. */
    HttpReply run(Exchange exchange, Callable<HttpReply> work, HttpCall call) {
        var reply = start(work);
        try {
            return reply.get(call.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel();
            throw Problem.UNAVAILABLE.because(
                    "http.timeout",
                    call.uri().getHost() + " did not answer within "
                            + call.timeout().toMillis() + " ms");
        } catch (InterruptedException e) {
            exchange.cancel();
            Thread.currentThread().interrupt();
            throw Problem.UNAVAILABLE.because("http.interrupted", "The request was interrupted");
        } catch (ExecutionException e) {
            log.debug("An outbound request to {} failed", call.uri().getHost(), e.getCause());
            throw problem(e.getCause(), String.valueOf(call.uri().getHost()));
        }
    }

    private Future<HttpReply> start(Callable<HttpReply> work) {
        try {
            return pool.submit(work);
        } catch (RejectedExecutionException e) {
            throw Problem.LIMITED.because("http.busy", "Too many outbound requests at a time");
        }
    }

    /** What to tell of a failure. */
    static PatchbayException problem(@Nullable Throwable cause, String host) {
        if (cause instanceof PatchbayException own) {
            return own;
        }
        if (cause instanceof RefusedAddressException refused) {
            return refused(refused);
        }
        if (cause instanceof UnknownHostException) {
            return unknown(host);
        }
        var kind = cause == null ? "failure" : cause.getClass().getSimpleName();
        return Problem.UNAVAILABLE.because("http.unreachable", host + " does not answer properly (" + kind + ")");
    }

    static PatchbayException refused(RefusedAddressException refused) {
        return Problem.FORBIDDEN.because(
                "http.address", refused.sentence(), Map.of("host", refused.host(), "address", refused.address()));
    }

    static PatchbayException unknown(String host) {
        return Problem.UNAVAILABLE.because("http.unknown-host", "There is no host " + host);
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "patchbay-http");
        thread.setDaemon(true);
        return thread;
    }
}
