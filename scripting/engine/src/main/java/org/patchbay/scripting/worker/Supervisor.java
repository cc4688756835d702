package org.patchbay.scripting.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a worker running: starts it when it is first needed, kills it when it falls silent, and has another one take
 * over whenever it has ended, after a pause that grows while they end quickly. Thread-safe.
 */
public final class Supervisor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final long STABLE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final Duration KEPT_AFTER_TROUBLE = Duration.ofMinutes(5);
    private static final Duration KEPT_AFTER_CHANGE = Duration.ofSeconds(30);

    /** When the start of the server is surely over. */
    private static final long ARCHIVE_MILLIS = 60_000;

    private final WorkerSettings settings;
    private final WorkerListener listener;
    private final SyntaxChecks checks = new SyntaxChecks();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final SpareWorker spare;

    /** Whoever holds it hands on a message or a change of worker: one at a time. */
    private final Object turn = new Object();

    private volatile @Nullable WorkerLife present;
    private boolean announced;
    private boolean started;

    /** The worker starts with {@link #start()}. */
    public Supervisor(WorkerSettings settings, WorkerListener listener) {
        this.settings = settings;
        this.listener = listener;
        this.spare = new SpareWorker(settings, this::take);
    }

    /** Starts the worker unless that has happened. */
    public synchronized void start() {
        if (started || closing.getCount() == 0) {
            return;
        }
        started = true;
        daemon(this::keepRunning, "script-worker");
        daemon(this::watch, "script-worker-watch");
        settings.archive().ifPresent(archive -> daemon(() -> make(archive), "script-worker-archive"));
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
        return Optional.ofNullable(present).map(life -> life.process().pid());
    }

    private void keepRunning() {
        long pause = FIRST_PAUSE_MILLIS;
        do {
            long begun = System.nanoTime();
            live();
            pause = System.nanoTime() - begun > STABLE_NANOS
                    ? FIRST_PAUSE_MILLIS
                    : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        } while (!closes(spare.ready() ? 0 : pause));
    }

    /** A script is about to run that has not run yet; it may be one that takes the worker down. */
    public void brace() {
        if (present != null) {
            spare.prepare(KEPT_AFTER_CHANGE);
        }
    }

    /** The time of one worker. */
    private void live() {
        try {
            var prepared = spare.take();
            var next = prepared.isPresent() ? prepared.get() : WorkerLife.begin(settings, this::take);
            synchronized (turn) {
                present = next;
                if (next.ready()) {
                    announce(next);
                }
            }
            if (closing.getCount() == 0) {
                next.process().kill();
            }
            next.awaitEnd();
        } catch (IOException e) {
            log.error("The script worker cannot be started: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (turn) {
                present = null;
                if (announced) {
                    announced = false;
                    listener.gone();
                }
            }
            if (closing.getCount() > 0) {
                log.warn("The script worker has ended; another one follows");
            }
        }
    }

    private void take(WorkerLife life, Message message) {
        synchronized (turn) {
            try {
                hear(life, message);
            } catch (RuntimeException e) {
                log.error("A message of the script worker was not taken: {}", message.kind(), e);
            }
        }
    }

    private void hear(WorkerLife life, Message message) {
        switch (message.kind()) {
            case CHECKED -> checks.answer(message);
            case PONG -> {}
            case READY -> {
                if (life == present) {
                    announce(life);
                }
            }
            case TROUBLE -> {
                if (life == present) {
                    spare.prepare(KEPT_AFTER_TROUBLE);
                }
            }
            default -> {
                if (life == present) {
                    listener.heard(message);
                }
            }
        }
    }

    private void announce(WorkerLife life) {
        announced = true;
        log.info("The script worker runs as process {}", life.process().pid());
        checks.link(life.process());
        listener.ready(life.process());
    }

    private void watch() {
        while (!closes(1_000)) {
            Optional.ofNullable(present).ifPresent(this::look);
            spare.keep().ifPresent(this::look);
        }
    }

    private void look(WorkerLife life) {
        var process = life.process();
        long patience = life.ready() ? settings.patience().toNanos() : START_NANOS;
        if (process.silentNanos() > patience) {
            log.warn("The script worker is silent and is killed");
            process.kill();
        } else if (life.ready()) {
            process.send(new Message(Kind.PING, 0, 0, ""));
        }
    }

    private void make(WorkerArchive archive) {
        try {
            if (!closes(ARCHIVE_MILLIS)) {
                archive.make(settings.plainCommand());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        spare.close();
        var last = present;
        if (last != null) {
            last.process().kill();
        }
    }
}
