package org.patchbay.sip.transaction;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A hashed wheel of timers: setting and cancelling one costs the same however many there are. Of one thread. */
final class TimerWheel {

    private static final Logger log = LoggerFactory.getLogger(TimerWheel.class);

    /** How exact timers are, in milliseconds. */
    static final long TICK = 20;

    private static final int SLOTS = 512;

    private final Entry[] slots = new Entry[SLOTS];
    private final long start;
    private long done;
    private int size;

    TimerWheel(long nowMillis) {
        this.start = nowMillis;
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new Entry(0, TimerWheel::nothing); // The head of a ring.
        }
    }

    private static void nothing() {}

    /** How many are set. */
    int size() {
        return size;
    }

    /** Runs the action once, not before its time. */
    Timer after(long nowMillis, long millis, Runnable action) {
        long tick = Math.max(done + 1, (nowMillis + millis - start + TICK - 1) / TICK);
        var entry = new Entry(tick, action);
        entry.join(slots[(int) (tick & (SLOTS - 1))]);
        size++;
        return entry;
    }

    /** Runs all whose time has come. */
    void advance(long nowMillis) {
        long now = (nowMillis - start) / TICK;
        while (done < now) {
            done++;
            run(slots[(int) (done & (SLOTS - 1))]);
        }
    }

    private void run(Entry head) {
        Entry entry = head.after;
        while (entry != null && entry != head) {
            Entry next = entry.after;
            if (entry.tick <= done) {
                Runnable action = entry.action;
                entry.cancel();
                try {
                    action.run();
                } catch (RuntimeException e) {
                    log.error("A timer failed", e);
                }
                // What ran may have cancelled its neighbour.
                next = next != null && next != head && next.before == null ? head.after : next;
            }
            entry = next;
        }
    }

    private final class Entry implements Timer {

        private final long tick;
        private Runnable action;
        private @Nullable Entry before;
        private @Nullable Entry after;

        private Entry(long tick, Runnable action) {
            this.tick = tick;
            this.action = action;
            this.before = null;
            this.after = null;
        }

        private void join(Entry head) {
            Entry last = head.before == null ? head : head.before;
            last.after = this;
            before = last;
            after = head;
            head.before = this;
        }

        @Override
        public void cancel() {
            Entry left = before;
            Entry right = after;
            if (left != null && right != null) {
                left.after = right;
                right.before = left;
                before = null;
                after = null;
                action = TimerWheel::nothing; // Who keeps the timer does not keep what it would have done.
                size--;
            }
        }
    }
}
