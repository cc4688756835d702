package org.patchbay.plugins;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.plugins.Plugin;
import org.patchbay.spi.plugins.PluginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs connection tests of plugins, a few at a time and none for ever. */
final class PluginTests implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PluginTests.class);
    private static final int AT_ONCE = 4;

    private final Duration limit;
    private final ExecutorService threads = new ThreadPoolExecutor(
            0, AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> new Thread(task, "plugin-test"));

    PluginTests(Duration limit) {
        this.limit = limit;
    }

    /** Answers the plugin's sentence, or UNAVAILABLE with its complaint. */
    String run(Plugin plugin, String title, Settings settings) {
        Future<String> running;
        try {
            running = threads.submit(() -> plugin.test(settings));
        } catch (RejectedExecutionException e) {
            throw Problem.LIMITED.because("plugin.tests-busy", "Too many tests run at once; try again");
        }
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            throw failed(title + " does not answer within " + limit.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw failed("The test was given up");
        } catch (ExecutionException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            if (cause instanceof PluginException || cause instanceof PatchbayException) {
                throw failed(String.valueOf(cause.getMessage()));
            }
            log.warn("The test of a plugin threw what it should not", cause);
            throw failed(title + " failed: " + cause.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static PatchbayException failed(String sentence) {
        return Problem.UNAVAILABLE.because("plugin.test-failed", sentence);
    }
}
