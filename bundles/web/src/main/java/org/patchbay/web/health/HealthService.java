package org.patchbay.web.health;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.spi.web.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the checks, each at most once at a time and none longer than a moment. Thread-safe. */
@Component(service = HealthService.class)
public final class HealthService {

    private static final Logger log = LoggerFactory.getLogger(HealthService.class);
    private static final long MOMENT_MILLIS = 2000;

    private final CheckDirectory directory;
    private final PartsReport parts;
    private final Map<String, CompletableFuture<Optional<String>>> running = new ConcurrentHashMap<>();
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(0, 16, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), HealthService::thread);

    @Activate
    public HealthService(@Reference CheckDirectory directory, @Reference PartsReport parts) {
        this.directory = directory;
        this.parts = parts;
    }

    @Deactivate
    public void close() {
        pool.shutdownNow();
    }

    /** The checks by name, and what is wrong where something is. */
    Map<String, Optional<String>> check() {
        var results = new TreeMap<String, CompletableFuture<Optional<String>>>();
        for (var check :
                Stream.concat(directory.checks().stream(), Stream.of(parts)).toList()) {
            results.put(check.name(), running.computeIfAbsent(check.name(), name -> start(check)));
        }
        var answers = new TreeMap<String, Optional<String>>();
        results.forEach((name, result) -> answers.put(name, await(result)));
        answers.forEach(this::tell);
        return answers;
    }

    private CompletableFuture<Optional<String>> start(HealthCheck check) {
        var result = new CompletableFuture<Optional<String>>();
        try {
            pool.execute(() -> run(check, result));
        } catch (RejectedExecutionException e) {
            result.complete(Optional.of("too many checks hang"));
        }
        return result;
    }

    private void run(HealthCheck check, CompletableFuture<Optional<String>> result) {
        try {
            result.complete(check.check());
        } catch (RuntimeException e) {
            log.debug("Check {} failed", check.name(), e);
            result.complete(
                    Optional.of("the check itself failed: " + e.getClass().getSimpleName()));
        } finally {
            running.remove(check.name(), result);
        }
    }

    private static Optional<String> await(CompletableFuture<Optional<String>> result) {
        return result.copy()
                .completeOnTimeout(Optional.of("does not answer"), MOMENT_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    private void tell(String name, Optional<String> fault) {
        var now = fault.orElse("");
        var before = told.put(name, now);
        if (before == null ? fault.isEmpty() : before.equals(now)) {
            return;
        }
        if (fault.isPresent()) {
            log.warn("Check {}: {}", name, now);
        } else {
            log.info("Check {} is well again", name);
        }
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "patchbay-health");
        thread.setDaemon(true);
        return thread;
    }
}
