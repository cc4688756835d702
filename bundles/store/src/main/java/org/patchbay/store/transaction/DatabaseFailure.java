package org.patchbay.store.transaction;

import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.OptimisticLockException;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

/** Says in the panel's words what the database refused. */
final class DatabaseFailure {

    private static final int MAX_DEPTH = 20;

    private DatabaseFailure() {}

    /** The problem that the database had, or the very same exception if it was none of the database's. */
    static RuntimeException translate(RuntimeException failure) {
        List<Throwable> causes = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_DEPTH)
                .toList();
        Optional<PatchbayException> known = firstOf(causes, PatchbayException.class);
        if (known.isPresent()) {
            return known.get();
        }
        // What the database said counts before OpenJPA's reading of it, which takes each lock that is not had for a
        // change by somebody else.
        Optional<PatchbayException> problem = firstOf(causes, SQLException.class)
                .map(DatabaseFailure::ofState)
                .orElseGet(() -> firstOf(causes, OptimisticLockException.class)
                        .map(e -> Problem.STALE.because("store.stale", "Somebody else changed this in the meantime")));
        problem.ifPresent(found -> found.initCause(failure));
        return problem.isPresent() ? problem.get() : failure;
    }

    private static <T> Optional<T> firstOf(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** By SQLSTATE class: 22001 too long, 23 integrity, 40001 and 40P01 two who write at once, other 40 locks, 08 and 57P connection. */
    private static Optional<PatchbayException> ofState(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.equals("22001")) {
            return Optional.of(Problem.INVALID.because("store.too-long", "A value is too long"));
        }
        if (state.startsWith("23")) {
            return Optional.of(Problem.CONFLICT.because("store.conflict", "This is there already, or in use"));
        }
        if (state.equals("40001") || state.equals("40P01")) {
            return Optional.of(Problem.STALE.because("store.stale", "Somebody else changed this in the meantime"));
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
