package org.patchbay.scripting.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.scripting.LogLine.Level;
import org.patchbay.api.scripting.Script;
import org.patchbay.scripting.ScriptKey;
import org.patchbay.scripting.worker.Kind;
import org.patchbay.scripting.worker.Message;
import org.patchbay.scripting.worker.WorkerLink;

/**
 * One script that is to run: loaded into the present worker, again into the next one, stopped for good when it breaks
 * the rules too often. Thread-safe; never blocks.
 */
final class RunningScript {

    private static final List<Level> LEVELS = List.of(Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR);

    private static final int MAX_REASON = 500;

    private enum Phase {
        /** There is no worker. */
        WAITING,
        LOADING,
        RUNNING,
        ENDED
    }

    private final ScriptKey key;
    private final long version;
    private final String source;
    private final Stage stage;
    private final long patienceNanos;
    private final Feed feed;
    private final Strikes strikes = new Strikes();
    private final Wanted wanted = new Wanted();
    private Phase phase = Phase.WAITING;
    private @Nullable WorkerLink link;
    private int handle;
    private boolean careful;

    /** Why it was stopped last, though it runs again: whoever looks at the list has to see that it is not well. */
    private Optional<String> trouble = Optional.empty();

    private boolean reading;

    RunningScript(ScriptKey key, Script script, long position, int handlerSeconds, Stage stage) {
        this.key = key;
        this.version = script.version();
        this.source = script.source();
        this.stage = stage;
        this.patienceNanos = TimeUnit.SECONDS.toNanos(handlerSeconds);
        this.feed = new Feed(position);
    }

    ScriptKey key() {
        return key;
    }

    long version() {
        return version;
    }

    synchronized long position() {
        return feed.position();
    }

    synchronized boolean ended() {
        return phase == Phase.ENDED;
    }

    /** A worker is there. */
    synchronized void ready(WorkerLink present) {
        if (phase != Phase.ENDED) {
            link = present;
            load();
        }
    }

    synchronized boolean busy() {
        return phase != Phase.ENDED && (feed.busy() || phase == Phase.LOADING);
    }

    /**
     * The worker has gone. Who was at work in it is handled with care from then on.
     *
     * @param suspect whether nobody else can have been the reason
     */
    synchronized void gone(boolean suspect) {
        if (phase != Phase.ENDED) {
            careful = careful || feed.busy();
            if (suspect) {
                stage.harmed(key);
            }
            if (suspect && strikes.add(Strikes.OVER, System.nanoTime())) {
                fail("The script worker ended again and again while only this script was at work");
                return;
            }
            stage.release(handle);
            link = null;
            phase = Phase.WAITING;
        }
    }

    private void load() {
        feed.lost();
        wanted.clear();
        handle = stage.handle(this);
        phase = Phase.LOADING;
        send(new Message(Kind.LOAD, handle, careful ? 1 : 0, source));
        readOn();
    }

    private void unload() {
        if (phase != Phase.WAITING) {
            send(new Message(Kind.UNLOAD, handle, 0, ""));
            stage.release(handle);
        }
    }

    private void send(Message message) {
        if (link != null) {
            link.send(message);
        }
    }

    /** Stops the script, because it is changed, switched off or deleted. */
    synchronized void stop() {
        if (phase != Phase.ENDED) {
            unload();
            phase = Phase.ENDED;
        }
    }

    synchronized void offer(Parcel parcel) {
        if (phase != Phase.ENDED) {
            feed.offer(parcel);
            moveOn();
        }
    }

    /** What the journal had after that number. */
    synchronized void read(long after, List<Parcel> parcels) {
        reading = false;
        if (phase != Phase.ENDED) {
            feed.read(after, parcels);
            moveOn();
        }
    }

    /** The journal did not answer; it is asked again at the next look. */
    synchronized void readFailed() {
        reading = false;
    }

    private void moveOn() {
        if (phase == Phase.RUNNING) {
            long now = System.nanoTime();
            for (var next = feed.next(now); next != null; next = feed.next(now)) {
                send(new Message(
                        Kind.EVENT, handle, next.number(), next.parcel().text()));
            }
        }
        readOn();
    }

    private void readOn() {
        if (!reading) {
            feed.readFrom().ifPresent(after -> {
                reading = true;
                stage.readJournal(this, after, feed.room());
            });
        }
    }

    /** A message about a loading of this script. */
    synchronized void heard(Message message) {
        if (phase == Phase.ENDED || message.script() != handle) {
            return;
        }
        switch (message.kind()) {
            case LOADED -> loaded();
            case BROKE -> fail(message.text());
            case SUBSCRIBED -> wanted.add(message.text());
            case UNSUBSCRIBED -> wanted.remove(message.text());
            case DONE -> done(message.text());
            case CALL -> stage.call(this, handle, Stage.ModuleCall.parse(message.number(), message.text()));
            case LOG -> stage.log(key, LEVELS.get((int) message.number()), message.text());
            case OVER -> over(message, Strikes.OVER);
            case FATAL -> over(message, Strikes.KILL);
            case SPENT -> spent(message.text());
            default -> throw new IllegalArgumentException("A worker does not send " + message.kind());
        }
    }

    private void loaded() {
        phase = Phase.RUNNING;
        feed.want(wanted::test);
        stage.state(key, Script.State.RUNNING, trouble);
        moveOn();
    }

    private void done(String numbers) {
        int start = 0;
        for (int comma = numbers.indexOf(',', start); comma > 0; comma = numbers.indexOf(',', start)) {
            feed.done(Long.parseLong(numbers, start, comma, 10));
            start = comma + 1;
        }
        moveOn();
    }

    /** The worker stopped the script. The event that it was handling, if that is known, is not tried again. */
    private void over(Message message, int weight) {
        var event = feed.done(message.number());
        var reason = event.map(parcel -> "Stopped while handling " + parcel.type())
                        .orElse(phase == Phase.LOADING ? "Stopped while starting" : "Stopped")
                + ": " + shortened(message.text());
        stage.log(key, Level.ERROR, reason);
        careful = true;
        boolean fatal = weight == Strikes.KILL;
        if (fatal) {
            stage.harmed(key);
        }
        if ((phase == Phase.LOADING && !fatal) || strikes.add(weight, System.nanoTime())) {
            fail(reason);
        } else if (!fatal) {
            unload();
            trouble = Optional.of(reason);
            stage.state(key, Script.State.STARTING, trouble);
            load();
        }
    }

    private void spent(String reason) {
        stage.log(key, Level.WARN, "Paused until the minute is over: " + reason);
        if (strikes.add(Strikes.OVER, System.nanoTime())) {
            fail("Used " + reason + ", again and again");
        } else {
            trouble = Optional.of("Paused for a minute: " + shortened(reason));
            stage.state(key, phase == Phase.RUNNING ? Script.State.RUNNING : Script.State.STARTING, trouble);
        }
    }

    private void fail(String why) {
        var reason = shortened(why);
        stage.log(key, Level.ERROR, "The script has failed and no longer runs: " + reason);
        stage.state(key, Script.State.FAILED, Optional.of(reason));
        unload();
        phase = Phase.ENDED;
    }

    /** A script words its own errors, as long as it likes; what is kept of them is not. */
    private static String shortened(String reason) {
        if (reason.length() <= MAX_REASON) {
            return reason;
        }
        int end = Character.isHighSurrogate(reason.charAt(MAX_REASON - 2)) ? MAX_REASON - 2 : MAX_REASON - 1;
        return reason.substring(0, end) + '…';
    }

    /** The outcome of a call. */
    void called(int loading, long number, boolean ok, String json) {
        WorkerLink present;
        synchronized (this) {
            if (phase == Phase.ENDED || loading != handle || link == null) {
                return;
            }
            present = link;
        }
        present.send(new Message(ok ? Kind.RESULT : Kind.ERROR, loading, number, json));
    }

    /** Looks after events that do not come to an end, now and then. */
    synchronized void look() {
        if (phase == Phase.ENDED) {
            return;
        }
        long dropped = feed.takeDropped();
        if (dropped > 0) {
            stage.log(key, Level.WARN, dropped + " passing events were left out: the script is too slow for them");
        }
        long moment = System.nanoTime() - patienceNanos;
        for (var late = feed.olderThan(moment); late.isPresent(); late = feed.olderThan(moment)) {
            var type = late.get().parcel().type();
            stage.log(key, Level.WARN, "The handlers of " + type + " have not finished and are no longer waited for");
            feed.done(late.get().number());
        }
        moveOn();
    }
}
