package org.patchbay.scripting.worker;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a worker running: starts it when it is first needed, kills it when it falls silent, and starts another one
 * whenever it has ended, after a pause that grows while they end quickly. Thread-safe.
 */
public final class Supervisor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final long STABLE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final WorkerSettings settings;
    private final WorkerListener listener;
    private final SyntaxChecks checks = new SyntaxChecks();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable WorkerProcess process;
    private volatile boolean ready;
    private boolean started;

    /** The worker starts with {@link #start()}. */
    public Supervisor(WorkerSettings settings, WorkerListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /** Starts the worker unless that has happened. */
    public synchronized void start() {
        if (started || closing.getCount() == 0) {
            return;
        }
        started = true;
        daemon(this::keepRunning, "script-worker");
        daemon(this::watch, "script-worker-watch");
    }

    private static void daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * What is wrong with the source; blocks.
     *
     * @throws org.patchbay.api.PatchbayException UNAVAILABLE when no worker answers in time
     */
    public Optional<SyntaxError> check(String source) {
        start();
        return checks.check(source);
    }

    /** The process id of the present worker. */
    public Optional<Long> pid() {
        return Optional.ofNullable(process).map(WorkerProcess::pid);
    }

    private void keepRunning() {
        long pause = FIRST_PAUSE_MILLIS;
        do {
            long begun = System.nanoTime();
            live();
            pause = System.nanoTime() - begun > STABLE_NANOS
                    ? FIRST_PAUSE_MILLIS
                    : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        } while (!closes(pause));
    }

    /** The life of one worker. */
    private void live() {
        try {
            var born = new WorkerProcess(settings);
            process = born;
            if (closing.getCount() == 0) {
                born.kill();
            }
            born.listen(message -> take(born, message));
        } catch (IOException e) {
            log.error("The script worker cannot be started: {}", e.getMessage());
        } finally {
            process = null;
            if (ready) {
                ready = false;
                listener.gone();
            }
            if (closing.getCount() > 0) {
                log.warn("The script worker has ended; another one follows");
            }
        }
    }

    private void take(WorkerProcess born, Message message) {
        try {
            switch (message.kind()) {
                case READY -> {
                    ready = true;
                    log.info("The script worker runs as process {}", born.pid());
                    checks.link(born);
                    listener.ready(born);
                }
                case CHECKED -> checks.answer(message);
                case PONG -> {}
                default -> listener.heard(message);
            }
        } catch (RuntimeException e) {
            log.error("A message of the script worker was not taken: {}", message.kind(), e);
        }
    }

    private void watch() {
        while (!closes(1_000)) {
            var present = process;
            if (present == null) {
                continue;
            }
            long patience = ready ? settings.patience().toNanos() : START_NANOS;
            if (present.silentNanos() > patience) {
                log.warn("The script worker is silent and is killed");
                present.kill();
            } else if (ready) {
                present.send(new Message(Kind.PING, 0, 0, ""));
            }
        }
    }

    private boolean closes(long milliseconds) {
        try {
            return closing.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        var present = process;
        if (present != null) {
            present.kill();
        }
    }
}
