package org.patchbay.scripting.worker;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Does what the server's messages say. */
final class Worker {

    /** What the scripts share. */
    record Surroundings(
            Limits limits,
            Sandbox sandbox,
            Watchdog watchdog,
            Outbox outbox,
            ExecutorService threads,
            ScheduledExecutorService clock,
            ExecutorService closers) {}

    private static final int CAREFUL_EVENTS = 1_000;
    private static final String WARM_UP =
            """
            import { events } from 'patchbay/events';
            events.on('warm.up', async event => { await null; JSON.stringify(event); setTimeout(() => {}, 1); });
            """;

    private final Surroundings around;
    private final SyntaxCheck syntax;
    private final Map<Integer, HostedScript> scripts = new ConcurrentHashMap<>();

    Worker(Limits limits, Outbox outbox) {
        var clock = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "clock"));
        around = new Surroundings(
                limits,
                new Sandbox(limits),
                new Watchdog(new Last(outbox)),
                outbox,
                Executors.newCachedThreadPool(task -> daemon(task, "script")),
                clock,
                Executors.newCachedThreadPool(task -> daemon(task, "closer")));
        syntax = new SyntaxCheck(around.sandbox(), clock);
    }

    /** Loads the language, so that the first script's limits are about the script. */
    void warmUp() {
        syntax.check(WARM_UP);
        var context = around.sandbox().context(WARM_UP, java.io.OutputStream.nullOutputStream());
        try (context) {
            var quiet = new Outbox(java.io.OutputStream.nullOutputStream());
            var bridge = new Bridge(0, quiet, new LogGate(0, 0, quiet), new Timers(around.clock(), id -> {}));
            var guest = around.sandbox().guest(context, bridge, around.limits());
            guest.load();
            var batch = new Batch();
            batch.add(new Work.Deliver(1, "1 / warm.up p 1 2026 - 1 {}".replace(' ', '\u001f')));
            guest.deliver(batch);
            guest.collect();
        }
        around.outbox().send(Message.of(Kind.READY, 0, ""));
    }

    /** Serves until the stream ends. */
    void serve(FrameReader reader) throws IOException {
        while (reader.next(this::take)) {
            // take did it
        }
    }

    private void take(Message message) {
        switch (message.kind()) {
            case LOAD -> load(message);
            case UNLOAD -> unload(message);
            case EVENT -> forward(message, new Work.Deliver(message.number(), message.text()));
            case RESULT -> forward(message, new Work.Settle(message.number(), true, message.text()));
            case ERROR -> forward(message, new Work.Settle(message.number(), false, message.text()));
            case CHECK -> around.threads().execute(() -> check(message));
            case PING -> around.outbox().send(new Message(Kind.PONG, 0, message.number(), ""));
            default -> throw new IllegalArgumentException("A worker does not take " + message.kind());
        }
    }

    private void load(Message message) {
        int careful = message.number() == 1 ? CAREFUL_EVENTS : 0;
        var script = new HostedScript(message.script(), message.text(), careful, around);
        scripts.put(message.script(), script);
        script.add(new Work.Load());
    }

    private void unload(Message message) {
        var script = scripts.remove(message.script());
        if (script != null) {
            script.close();
        }
    }

    private void forward(Message message, Work work) {
        var script = scripts.get(message.script());
        if (script != null) {
            script.add(work);
        }
    }

    private void check(Message message) {
        around.outbox().send(new Message(Kind.CHECKED, 0, message.number(), syntax.check(message.text())));
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
