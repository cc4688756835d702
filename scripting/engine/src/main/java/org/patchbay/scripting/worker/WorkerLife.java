package org.patchbay.scripting.worker;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;

/** One worker from its start to its end, heard on a thread of its own. Thread-safe. */
final class WorkerLife {

    private final WorkerProcess process;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean ready;

    private WorkerLife(WorkerProcess process) {
        this.process = process;
    }

    /** Starts a worker, whose messages go to the hearer. */
    static WorkerLife begin(WorkerSettings settings, BiConsumer<WorkerLife, Message> hearer) throws IOException {
        var life = new WorkerLife(new WorkerProcess(settings));
        var thread = new Thread(() -> life.hear(hearer), "script-worker-" + life.process.pid());
        thread.setDaemon(true);
        thread.start();
        return life;
    }

    private void hear(BiConsumer<WorkerLife, Message> hearer) {
        try {
            process.listen(message -> {
                ready = ready || message.kind() == Kind.READY;
                hearer.accept(this, message);
            });
        } finally {
            ended.countDown();
        }
    }

    WorkerProcess process() {
        return process;
    }

    /** Whether it takes messages. */
    boolean ready() {
        return ready;
    }

    boolean over() {
        return ended.getCount() == 0;
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }
}
