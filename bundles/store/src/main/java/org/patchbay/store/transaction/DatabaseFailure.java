package org.patchbay.store.transaction;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.OptimisticLockException;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

/** Says in the panel's words what the database refused. */
final class DatabaseFailure {

    private static final int MAX_DEPTH = 20;
    private static final int RETRY_AFTER_SECONDS = 1;

    /** What Derby and PostgreSQL call it when two wait for each other. */
    private static final Set<String> DEADLOCKS = Set.of("40001", "40P01");

    private DatabaseFailure() {}

    /** The problem that the database had, or the very same exception if it was none of the database's. */
    static RuntimeException translate(RuntimeException failure) {
        List<Throwable> causes = causes(failure);
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

    /** Whether the database ended one of two units of work that waited for each other, so that nothing of it was done. */
    static boolean isDeadlock(RuntimeException failure) {
        return causes(failure).stream()
                .anyMatch(cause -> cause instanceof SQLException sql && DEADLOCKS.contains(state(sql)));
    }

    private static List<Throwable> causes(RuntimeException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_DEPTH)
                .toList();
    }

    private static String state(SQLException sql) {
        return sql.getSQLState() == null ? "" : sql.getSQLState();
    }

    private static <T> Optional<T> firstOf(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** By SQLSTATE class: 22001 too long, 23 integrity, 40 deadlocks and locks that are not had, 08 and 57P connection. */
    private static Optional<PatchbayException> ofState(SQLException sql) {
        String state = state(sql);
        if (state.equals("22001")) {
            return Optional.of(Problem.INVALID.because("store.too-long", "A value is too long"));
        }
        if (state.startsWith("23")) {
            return Optional.of(Problem.CONFLICT.because("store.conflict", "This is there already, or in use"));
        }
        if (state.startsWith("40")) {
            return Optional.of(Problem.UNAVAILABLE.because(
                    "store.busy", "The database is busy; try again", Map.of("retryAfter", RETRY_AFTER_SECONDS)));
        }
        if (state.startsWith("08") || state.startsWith("57P") || sql.getCause() instanceof NoSuchElementException) {
            return Optional.of(Problem.UNAVAILABLE.because("store.unavailable", "The database does not answer"));
        }
        return Optional.empty();
    }
}
