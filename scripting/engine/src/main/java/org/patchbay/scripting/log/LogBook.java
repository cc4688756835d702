package org.patchbay.scripting.log;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.scripting.LogLine;
import org.patchbay.scripting.ScriptKey;
import org.patchbay.scripting.module.ScriptJson;
import org.patchbay.scripting.store.LineStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The logs of the scripts: lines gather for a moment, are then kept and told to every node. Writing never blocks.
 * Thread-safe.
 */
@Component(service = LogBook.class)
public final class LogBook {

    /** The lines that are kept of a script. */
    public static final int KEPT = 1_000;

    static final String TOPIC = "script-log";
    private static final Logger log = LoggerFactory.getLogger(LogBook.class);
    private static final long MOMENT_MILLIS = 100;
    private static final int MAX_TEXT = 4_100;

    private final LineStore store;
    private final Cluster cluster;
    private final Clock clock = Clock.systemUTC();
    private final Map<ScriptKey, List<LogLine>> gathered = new HashMap<>();
    private final Map<ScriptKey, Long> sequences = new HashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "script-log");
        thread.setDaemon(true);
        return thread;
    });
    private boolean waiting;

    @Activate
    public LogBook(@Reference LineStore store, @Reference Cluster cluster) {
        this.store = store;
        this.cluster = cluster;
    }

    /** Stops after the last lines are kept. */
    @Deactivate
    public void close() {
        writer.shutdownNow();
        write();
    }

    /** Adds a line. */
    public synchronized void add(ScriptKey key, LogLine.Level level, String text) {
        var lines = gathered.computeIfAbsent(key, any -> new ArrayList<>());
        if (lines.size() >= KEPT) {
            lines.remove(0);
        }
        var cut = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
        lines.add(new LogLine(0, clock.instant(), level, cut));
        if (!waiting) {
            waiting = true;
            var unused = writer.schedule(() -> write(), MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** The last lines, oldest first. */
    public List<LogLine> last(ScriptKey key) {
        write();
        return store.last(key.portal(), key.script(), KEPT);
    }

    /** The script is deleted. */
    public synchronized void forget(ScriptKey key) {
        gathered.remove(key);
        sequences.remove(key);
    }

    private void write() {
        synchronized (store) {
            take().forEach(this::write);
        }
    }

    private synchronized Map<ScriptKey, List<LogLine>> take() {
        waiting = false;
        var taken = Map.copyOf(gathered);
        gathered.clear();
        return taken;
    }

    private void write(ScriptKey key, List<LogLine> lines) {
        try {
            var numbered = numbered(key, lines);
            store.append(key.portal(), key.script(), numbered, KEPT);
            cluster.publish(TOPIC, ScriptJson.bytes(new LogNews(key.portal(), key.script(), numbered)));
        } catch (RuntimeException e) {
            log.warn("{} lines of a script's log are lost", lines.size(), e);
        }
    }

    private List<LogLine> numbered(ScriptKey key, List<LogLine> lines) {
        long sequence = sequence(key);
        var numbered = new ArrayList<LogLine>();
        for (var line : lines) {
            numbered.add(new LogLine(++sequence, line.time(), line.level(), line.text()));
        }
        synchronized (this) {
            sequences.put(key, sequence);
        }
        return numbered;
    }

    private long sequence(ScriptKey key) {
        Long known;
        synchronized (this) {
            known = sequences.get(key);
        }
        if (known != null) {
            return known;
        }
        var last = store.last(key.portal(), key.script(), 1);
        return last.isEmpty() ? 0 : last.get(0).sequence();
    }
}
