package org.patchbay.api.store;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One transaction over the stores of any number of slices: all of it is committed, or none. A call inside another joins
 * it. Bound to the calling thread while it runs. Thread-safe.
 */
@ProviderType
public interface UnitOfWork {

    /**
     * Runs the work and commits; any exception rolls back and passes on unchanged. Work that the database ends because it and
     * another waited for each other runs again, so what it does outside of stores must bear that; when it is ended each time,
     * the answer is UNAVAILABLE.
     */
    <T> T call(Supplier<T> work);

    /** Runs the work and commits, as {@link #call} does. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /**
     * Runs the action as the last thing in the outermost unit of this thread, before it commits, in order; a failure loses
     * the unit. For short writes to a row that everybody wants. Outside a unit it runs in one of its own.
     */
    void beforeCommit(Runnable action);

    /**
     * Runs the action after the outermost unit of this thread has committed, in order, on the same thread; never after
     * a rollback. Outside a unit it runs at once. A failing action is logged and does not fail the unit.
     */
    void afterCommit(Runnable action);
}
