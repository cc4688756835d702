package org.patchbay.scripting.worker;

import java.util.ArrayDeque;
import java.util.Optional;

/** A script's waiting work, in order; consecutive events are taken together. Thread-safe. */
final class Inbox {

    private static final int MOST = 256;
    private static final long QUICK_NANOS = 2_000_000;

    /** Together the events of a batch are one run, so careful counts down the events that are taken one by one. */
    private int careful;

    private int batch = 1;
    private final ArrayDeque<Work> waiting = new ArrayDeque<>();

    Inbox(int careful) {
        this.careful = careful;
    }

    /** Answers whether it was empty before. */
    synchronized boolean add(Work work) {
        waiting.add(work);
        return waiting.size() == 1;
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The next work that is no event; empty when there is none or an event comes first. */
    synchronized Optional<Work> next() {
        return waiting.peek() instanceof Work.Deliver ? Optional.empty() : Optional.ofNullable(waiting.poll());
    }

    /** The events that come first, as a batch. */
    synchronized Batch events() {
        int most = careful > 0 ? 1 : batch;
        var events = new Batch();
        while (events.size() < most && waiting.peek() instanceof Work.Deliver event) {
            waiting.poll();
            events.add(event);
        }
        careful -= Math.min(careful, events.size());
        return events;
    }

    /** Batches grow while they are quick. */
    synchronized void took(long nanos) {
        batch = nanos < QUICK_NANOS ? Math.min(batch * 2, MOST) : Math.max(batch / 4, 1);
    }
}
