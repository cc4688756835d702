package org.patchbay.scripting.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second worker, started when the present one may not last, and kept for a while. Not all the time:
 * it takes as much memory as an idle worker. Thread-safe.
 */
final class SpareWorker {

    private static final Logger log = LoggerFactory.getLogger(SpareWorker.class);

    private final WorkerSettings settings;
    private final BiConsumer<WorkerLife, Message> hearer;
    private Optional<WorkerLife> spare = Optional.empty();
    private long wantedUntil;
    private boolean closed;

    SpareWorker(WorkerSettings settings, BiConsumer<WorkerLife, Message> hearer) {
        this.settings = settings;
        this.hearer = hearer;
    }

    /** Starts it, unless it is there, to be kept for so long. */
    synchronized void prepare(Duration kept) {
        long now = System.nanoTime();
        long until = now + kept.toNanos();
        wantedUntil = spare.isPresent() && wantedUntil - until > 0 ? wantedUntil : until;
        if (closed || spare.isPresent()) {
            return;
        }
        try {
            spare = Optional.of(WorkerLife.begin(settings, hearer));
            log.debug("The script worker may not last; another one is being started");
        } catch (IOException e) {
            log.warn("No second script worker can be started: {}", e.getMessage());
        }
    }

    /** Gives it away, ready or not. */
    synchronized Optional<WorkerLife> take() {
        var given = spare.filter(life -> !life.over());
        spare = Optional.empty();
        return given;
    }

    /** Whether it could take over now. */
    synchronized boolean ready() {
        return spare.filter(life -> life.ready() && !life.over()).isPresent();
    }

    /** It, unless it has ended or nobody has asked for it lately. */
    synchronized Optional<WorkerLife> keep() {
        if (spare.isPresent() && System.nanoTime() - wantedUntil > 0) {
            spare.get().process().kill();
            spare = Optional.empty();
        }
        spare = spare.filter(life -> !life.over());
        return spare;
    }

    synchronized void close() {
        closed = true;
        spare.ifPresent(life -> life.process().kill());
        spare = Optional.empty();
    }
}
