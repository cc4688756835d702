package org.patchbay.testing.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.patchbay.api.store.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Units of work for tests with in-memory stores: nesting, actions after the commit and the loss of a unit of which a part
 * failed are real, but what was written to maps is not taken back. One thread at a time.
 */
public final class InMemoryUnitOfWork implements UnitOfWork {

    private static final Logger log = LoggerFactory.getLogger(InMemoryUnitOfWork.class);

    private final Deque<Runnable> last = new ArrayDeque<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private int depth;
    private boolean doomed;

    @Override
    public <T> T call(Supplier<T> work) {
        depth++;
        T result;
        try {
            result = work.get();
            while (depth == 1 && !last.isEmpty()) {
                last.remove().run();
            }
        } catch (RuntimeException | Error e) {
            doomed = true;
            leave();
            throw e;
        }
        boolean kept = !doomed || depth > 1;
        List<Runnable> actions = leave();
        if (!kept) {
            throw new IllegalStateException("The unit of work was rolled back: a part of it had failed");
        }
        actions.forEach(InMemoryUnitOfWork::tryRun);
        return result;
    }

    @Override
    public void beforeCommit(Runnable action) {
        if (depth == 0) {
            run(action);
        } else {
            last.add(action);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        if (depth == 0) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    /** Whether a unit is open; lets a fake prove that it was called within one. */
    public boolean open() {
        return depth > 0;
    }

    /** Leaves one level; leaving the outermost answers the actions that wait for its commit. */
    private List<Runnable> leave() {
        depth--;
        if (depth > 0) {
            return List.of();
        }
        doomed = false;
        List<Runnable> actions = List.copyOf(waiting);
        waiting.clear();
        last.clear();
        return actions;
    }

    private static void tryRun(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            log.warn("An action after the commit failed; the commit stands", e);
        }
    }
}
