package org.patchbay.scripting.worker;

/** The way to the present worker. Thread-safe, never blocks; what is sent to a worker that has ended is lost. */
@FunctionalInterface
public interface WorkerLink {

    void send(Message message);
}
