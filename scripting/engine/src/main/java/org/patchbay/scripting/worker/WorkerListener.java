package org.patchbay.scripting.worker;

/** Hears what becomes of the worker; called from one thread, and must not block. */
public interface WorkerListener {

    /** A new worker takes messages; whatever an earlier one was told is forgotten. */
    void ready(WorkerLink link);

    /** A message from the worker that is about a script. */
    void heard(Message message);

    /** The worker has ended; another one follows. */
    void gone();
}
