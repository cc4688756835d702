package org.patchbay.meetings.room;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.patchbay.api.Problem;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.testing.store.InMemoryUnitOfWork;

/** Units of work that cannot begin while the database is away. */
final class AwayUnitOfWork implements UnitOfWork {

    private final UnitOfWork units = new InMemoryUnitOfWork();
    private final BooleanSupplier away;

    AwayUnitOfWork(BooleanSupplier away) {
        this.away = away;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (away.getAsBoolean()) {
            throw Problem.UNAVAILABLE.because("store.unavailable", "The database does not answer");
        }
        return units.call(work);
    }

    @Override
    public void beforeCommit(Runnable action) {
        units.beforeCommit(action);
    }

    @Override
    public void afterCommit(Runnable action) {
        units.afterCommit(action);
    }
}
