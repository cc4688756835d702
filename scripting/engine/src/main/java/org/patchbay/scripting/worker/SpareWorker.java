package org.patchbay.scripting.worker;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second worker, started at the first sign that the present one may not last, and kept for a while. Not all the time:
 * it takes as much memory as an idle worker. Thread-safe.
 */
final class SpareWorker {

    private static final Logger log = LoggerFactory.getLogger(SpareWorker.class);
    private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final WorkerSettings settings;
    private final BiConsumer<WorkerLife, Message> hearer;
    private Optional<WorkerLife> spare = Optional.empty();
    private long asked;
    private boolean closed;

    SpareWorker(WorkerSettings settings, BiConsumer<WorkerLife, Message> hearer) {
        this.settings = settings;
        this.hearer = hearer;
    }

    /** Starts it, unless it is there. */
    synchronized void prepare() {
        asked = System.nanoTime();
        if (closed || spare.isPresent()) {
            return;
        }
        try {
            spare = Optional.of(WorkerLife.begin(settings, hearer));
            log.info("The script worker may not last; another one is being started");
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

    /** It, unless it has ended or nobody has asked for it lately. */
    synchronized Optional<WorkerLife> keep() {
        if (spare.isPresent() && System.nanoTime() - asked > KEPT_NANOS) {
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
