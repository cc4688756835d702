package org.patchbay.scripting.run;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.patchbay.scripting.ScriptKey;

/** Carries out the scripts' calls, a few of each script at a time, so that nobody waits for another one's. Thread-safe. */
final class CallLanes implements AutoCloseable {

    private static final int WIDTH = 8;

    private static final class Lane {
        private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "script-call");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<ScriptKey, Lane> lanes = new HashMap<>();

    synchronized void add(ScriptKey key, Runnable call) {
        var lane = lanes.computeIfAbsent(key, any -> new Lane());
        lane.waiting.add(call);
        if (lane.running < WIDTH) {
            lane.running++;
            threads.execute(() -> work(key, lane));
        }
    }

    private void work(ScriptKey key, Lane lane) {
        for (var call = next(key, lane); call != null; call = next(key, lane)) {
            call.run();
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Runnable next(ScriptKey key, Lane lane) {
        var call = lane.waiting.poll();
        if (call == null && --lane.running == 0) {
            lanes.remove(key, lane);
        }
        return call;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
