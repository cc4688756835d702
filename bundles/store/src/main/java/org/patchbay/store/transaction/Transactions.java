package org.patchbay.store.transaction;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.patchbay.api.store.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Units of work as JTA transactions with a single resource, the pooled connection, so that commit has one phase. */
public final class Transactions implements UnitOfWork {

    private static final Logger log = LoggerFactory.getLogger(Transactions.class);

    private static final int TRIES = 3;
    private static final long LEAST_PAUSE_MILLIS = 10;
    private static final long MOST_PAUSE_MILLIS = 80;

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry resources;

    public Transactions(TransactionManager manager, TransactionSynchronizationRegistry resources) {
        this.manager = manager;
        this.resources = resources;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return current().isEmpty() ? open(work) : join(work);
    }

    @Override
    public void beforeCommit(Runnable action) {
        current().ifPresentOrElse(unit -> unit.beforeCommit(action), () -> run(action));
    }

    @Override
    public void afterCommit(Runnable action) {
        current().ifPresentOrElse(unit -> unit.afterCommit(action), action);
    }

    /** The manager that takes part in this thread's unit of work. */
    public EntityManager entityManager(EntityManagerFactory factory) {
        return current()
                .orElseThrow(() -> new IllegalStateException("No unit of work is open"))
                .entityManager(factory);
    }

    /** The thread's unit, which lives as a resource of its transaction. */
    private Optional<Unit> current() {
        return resources.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
                ? Optional.empty()
                : Optional.of((Unit) resources.getResource(this));
    }

    private <T> T open(Supplier<T> work) {
        int left = TRIES;
        while (true) {
            try {
                return once(work);
            } catch (RuntimeException e) {
                left--;
                if (left == 0 || !DatabaseFailure.isDeadlock(e) || !pause()) {
                    throw DatabaseFailure.translate(e);
                }
                log.debug("The database ended this unit of work for another one's sake; it runs again", e);
            }
        }
    }

    private <T> T once(Supplier<T> work) {
        Unit unit = new Unit();
        T result;
        try {
            result = transact(unit, work);
        } finally {
            unit.close();
        }
        unit.runAfterCommit();
        return result;
    }

    /** Lets the other one go first, a while that is not the same for two; answers whether there was time to. */
    private static boolean pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T join(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            doom();
            throw e;
        }
    }

    private <T> T transact(Unit unit, Supplier<T> work) {
        try {
            manager.begin();
            resources.putResource(this, unit);
        } catch (Exception e) {
            throw new IllegalStateException("No transaction begins", e);
        }
        T result;
        try {
            result = work.get();
            unit.runBeforeCommit();
        } catch (RuntimeException | Error e) {
            rollback();
            throw e;
        }
        commit();
        return result;
    }

    private void commit() {
        try {
            manager.commit();
        } catch (RollbackException e) {
            throw new IllegalStateException("The unit of work was rolled back: a part of it had failed", e);
        } catch (Exception e) {
            throw new IllegalStateException("The commit failed", e);
        }
    }

    private void rollback() {
        try {
            manager.rollback();
        } catch (Exception e) {
            // A connection that is gone has rolled back by itself.
            log.debug("The rollback failed", e);
        }
    }

    /** A part that failed may have written half of it, so the whole unit is not committed even if the failure is caught. */
    private void doom() {
        try {
            manager.setRollbackOnly();
        } catch (SystemException e) {
            throw new IllegalStateException("The transaction cannot be marked", e);
        }
    }
}
