package org.patchbay.scripting.worker;

/** Ends the worker at once, saying which script is to blame. */
final class Last {

    static final int EXIT = 3;

    private final Outbox outbox;

    Last(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Says that the end may come. */
    void warn() {
        outbox.send(Message.of(Kind.TROUBLE, 0, ""));
    }

    void words(Run run, String reason) {
        try {
            outbox.send(new Message(Kind.FATAL, run.script().handle(), run.event(), reason));
            outbox.drain(500);
        } catch (InterruptedException | RuntimeException | OutOfMemoryError e) {
            // The server sees the process end, and which scripts were at work.
        } finally {
            Runtime.getRuntime().halt(EXIT);
        }
    }
}
