package org.patchbay.scripting.worker;

import java.io.OutputStream;
import org.graalvm.polyglot.HostAccess;

/** All that bootstrap.js can do outside its context. The script itself never holds this object. */
public final class Bridge {

    private static final int MAX_ARGUMENTS = 2 << 20;

    private final int script;
    private final Outbox outbox;
    private final LogGate log;
    private final Timers timers;

    Bridge(int script, Outbox outbox, LogGate log, Timers timers) {
        this.script = script;
        this.outbox = outbox;
        this.log = log;
        this.timers = timers;
    }

    @HostAccess.Export
    public void log(String level, String text) {
        log.line(level, text);
    }

    @HostAccess.Export
    public void threw(String where, String stack) {
        log.line("ERROR", where + ": " + Trace.tidy(stack));
    }

    @HostAccess.Export
    public void loaded() {
        outbox.send(Message.of(Kind.LOADED, script, ""));
    }

    @HostAccess.Export
    public void broke(String stack) {
        outbox.send(Message.of(Kind.BROKE, script, Trace.tidy(stack)));
    }

    @HostAccess.Export
    public void subscribe(String type) {
        outbox.send(Message.of(Kind.SUBSCRIBED, script, type));
    }

    @HostAccess.Export
    public void unsubscribe(String type) {
        outbox.send(Message.of(Kind.UNSUBSCRIBED, script, type));
    }

    @HostAccess.Export
    public void call(long id, String module, String function, String arguments, String event) {
        if (arguments.length() > MAX_ARGUMENTS) {
            throw new IllegalArgumentException(module + "." + function + ": the arguments are too large");
        }
        outbox.send(new Message(Kind.CALL, script, id, module + '\n' + function + '\n' + event + '\n' + arguments));
    }

    @HostAccess.Export
    public void timer(long id, double milliseconds) {
        timers.start(id, milliseconds);
    }

    @HostAccess.Export
    public void clear(long id) {
        timers.stop(id);
    }

    /** What the engine prints about rejections that nobody handles. */
    OutputStream warnings() {
        return new Warnings(log);
    }
}
