package org.patchbay.scripting.worker;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lets a script's log lines through up to so many in a minute, and says how many it held back. Thread-safe. */
final class LogGate {

    static final List<String> LEVELS = List.of("DEBUG", "INFO", "WARN", "ERROR");
    private static final int MAX_LENGTH = 4_000;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int script;
    private final int limit;
    private final Outbox outbox;
    private long minuteEnd = System.nanoTime() + MINUTE;
    private int lines;
    private long heldBack;

    LogGate(int script, int limit, Outbox outbox) {
        this.script = script;
        this.limit = limit;
        this.outbox = outbox;
    }

    synchronized void line(String level, String text) {
        turn();
        if (++lines > limit) {
            heldBack++;
            if (heldBack == 1) {
                send(
                        "WARN",
                        "The log is full: more than " + limit + " lines in this minute, the next ones are left out");
            }
            return;
        }
        send(level, text);
    }

    /** Says at the end of a minute what was held back in it. */
    synchronized void turn() {
        long now = System.nanoTime();
        if (now < minuteEnd) {
            return;
        }
        minuteEnd = now + MINUTE;
        lines = 0;
        if (heldBack > 0) {
            send("WARN", heldBack + " lines were left out");
            heldBack = 0;
        }
    }

    private void send(String level, String text) {
        var cut = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + " …";
        outbox.send(new Message(Kind.LOG, script, Math.max(0, LEVELS.indexOf(level)), cut));
    }
}
