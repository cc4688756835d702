package org.patchbay.store.transaction;

import java.sql.SQLException;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.persistence.OptimisticLockException;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

/** Says in the panel's words what the database refused. */
final class DatabaseFailure {

    private static final int MAX_DEPTH = 20;

    private DatabaseFailure() {}

    /** The problem that the database had, or the very same exception if it was none of the database's. */
    static RuntimeException translate(RuntimeException failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (cause instanceof PatchbayException known) {
                return known;
            }
            Optional<PatchbayException> found = problem(cause);
            if (found.isPresent()) {
                found.get().initCause(failure);
                return found.get();
            }
            cause = cause.getCause();
        }
        return failure;
    }

    private static Optional<PatchbayException> problem(Throwable cause) {
        if (cause instanceof OptimisticLockException) {
            return Optional.of(Problem.STALE.because("store.stale", "Somebody else changed this in the meantime"));
        }
        if (cause instanceof SQLException sql) {
            return ofState(sql);
        }
        return Optional.empty();
    }

    /** By SQLSTATE class: 22001 too long, 23 integrity, 40 serialization and deadlock, 08 and 57P connection. */
    private static Optional<PatchbayException> ofState(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.equals("22001")) {
            return Optional.of(Problem.INVALID.because("store.too-long", "A value is too long"));
        }
        if (state.startsWith("23")) {
            return Optional.of(Problem.CONFLICT.because("store.conflict", "This is there already, or in use"));
        }
        if (state.startsWith("40")) {
            return Optional.of(Problem.UNAVAILABLE.because("store.busy", "The database is busy; try again"));
        }
        if (state.startsWith("08") || state.startsWith("57P") || sql.getCause() instanceof NoSuchElementException) {
            return Optional.of(Problem.UNAVAILABLE.because("store.unavailable", "The database does not answer"));
        }
        return Optional.empty();
    }
}
