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
 * failed are real, but what was written to maps is not taken back. Each thread has units of its own, as in the server.
 */
public final class InMemoryUnitOfWork implements UnitOfWork {

    private static final Logger log = LoggerFactory.getLogger(InMemoryUnitOfWork.class);

    private final ThreadLocal<Unit> units = ThreadLocal.withInitial(Unit::new);

    @Override
    public <T> T call(Supplier<T> work) {
        Unit unit = units.get();
        unit.depth++;
        T result;
        try {
            result = work.get();
            while (unit.depth == 1 && !unit.last.isEmpty()) {
                unit.last.remove().run();
            }
        } catch (RuntimeException | Error e) {
            unit.doomed = true;
            unit.leave();
            throw e;
        }
        boolean kept = !unit.doomed || unit.depth > 1;
        List<Runnable> actions = unit.leave();
        if (!kept) {
            throw new IllegalStateException("The unit of work was rolled back: a part of it had failed");
        }
        actions.forEach(InMemoryUnitOfWork::tryRun);
        return result;
    }

    @Override
    public void beforeCommit(Runnable action) {
        if (open()) {
            units.get().last.add(action);
        } else {
            run(action);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        if (open()) {
            units.get().waiting.add(action);
        } else {
            action.run();
        }
    }

    /** Whether this thread has a unit open; lets a fake prove that it was called within one. */
    public boolean open() {
        return units.get().depth > 0;
    }

    private static void tryRun(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            log.warn("An action after the commit failed; the commit stands", e);
        }
    }

    /** What one thread has open. */
    private static final class Unit {

        private final Deque<Runnable> last = new ArrayDeque<>();
        private final List<Runnable> waiting = new ArrayList<>();
        private int depth;
        private boolean doomed;

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
    }
}
