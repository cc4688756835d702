package org.patchbay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.store.left.CupEntity;

/** What units of work over two persistence units promise, on every database. */
interface UnitsOfWorkAcrossSlices {

    TwoSlices slices();

    @Test
    default void commitsBothSlicesOnOneConnection() {
        List<Integer> inUse = new ArrayList<>();
        unitOfWork().run(() -> {
            slices().addCup("1");
            assertThat(slices().cups()).isEqualTo(1);
            slices().addPlate("2", "1");
            assertThat(slices().plates()).isEqualTo(1);
            inUse.add(slices().database.connectionsInUse());
        });
        assertThat(inUse).containsExactly(1);
        assertThat(slices().database.connectionsInUse()).isZero();
        assertThat(slices().cups()).isEqualTo(1);
        assertThat(slices().plates()).isEqualTo(1);
    }

    @Test
    default void rollsBackBothSlicesWhenThePlainCodeFails() {
        RuntimeException failure = new IllegalArgumentException("no");
        assertThatThrownBy(() -> unitOfWork().run(() -> {
                    slices().addCup("1");
                    slices().addPlate("2", "1");
                    assertThat(slices().cups()).isEqualTo(1);
                    throw failure;
                }))
                .isSameAs(failure);
        assertNothingIsKept();
    }

    @Test
    default void rollsBackBothSlicesWhenTheSecondFailsAtCommit() {
        slices().addPlate("2", "0");
        assertProblem(Problem.CONFLICT, () -> unitOfWork().run(() -> {
            slices().addCup("1");
            slices().addPlate("2", "1");
        }));
        assertThat(slices().cups()).isZero();
        assertThat(slices().plates()).isEqualTo(1);
    }

    @Test
    default void isLostAsAWholeWhenAPartFailedEvenIfThatIsCaught() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> unitOfWork().run(() -> {
                    slices().addCup("1");
                    assertThatThrownBy(() -> slices().right().tx(em -> {
                                throw new IllegalArgumentException("no");
                            }))
                            .hasMessage("no");
                }))
                .withMessageContaining("rolled back");
        assertNothingIsKept();
    }

    @Test
    default void showsNothingToOthersBeforeTheCommit() {
        List<Long> seen = new ArrayList<>();
        unitOfWork().run(() -> {
            slices().addCup("1");
            unitOfWork().afterCommit(() -> seen.add(slices().cups()));
            assertThat(seen).isEmpty();
        });
        assertThat(seen).containsExactly(1L);
    }

    @Test
    default void plainJdbcTakesPart() {
        assertThatThrownBy(() -> unitOfWork().run(() -> {
                    slices().addCup("1");
                    assertThat(slices().cups()).isEqualTo(1);
                    assertThat(countByJdbc()).isEqualTo(1);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(countByJdbc()).isZero();
    }

    @Test
    default void refusesAChangeOfWhatSomebodyElseChanged() {
        slices().addCup("1");
        assertProblem(Problem.STALE, () -> slices().left().tx(em -> {
            CupEntity cup = em.find(CupEntity.class, "1");
            CompletableFuture.runAsync(() -> slices().left()
                            .tx(other -> other.find(CupEntity.class, "1").paint("green")))
                    .join();
            cup.paint("red");
        }));
    }

    /** Each has painted one cup and wants the other's: the database ends one of the two, which then runs again. */
    @Test
    default void runsAgainWhatWasEndedForAnothersSake() throws Exception {
        slices().addCup("1");
        slices().addCup("2");
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        var one = CompletableFuture.runAsync(() -> paintBoth("1", "2", "red", bothHaveOne, runs));
        var other = CompletableFuture.runAsync(() -> paintBoth("2", "1", "green", bothHaveOne, runs));

        CompletableFuture.allOf(one, other).get(60, TimeUnit.SECONDS);

        assertThat(runs).hasValue(3);
    }

    private void paintBoth(String first, String second, String colour, CyclicBarrier bothHaveOne, AtomicInteger runs) {
        AtomicBoolean again = new AtomicBoolean();
        unitOfWork().run(() -> {
            runs.incrementAndGet();
            paint(first, colour);
            if (!again.getAndSet(true)) {
                meet(bothHaveOne);
            }
            paint(second, colour);
        });
    }

    private void paint(String id, String colour) {
        slices().left().tx(em -> em.createQuery("update CupEntity c set c.colour = :colour where c.id = :id")
                .setParameter("colour", colour)
                .setParameter("id", id)
                .executeUpdate());
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another one is in the way each time. */
    @Test
    default void saysWhenToTryAgainAfterItWasEndedEachTime() {
        AtomicInteger runs = new AtomicInteger();
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> unitOfWork().run(() -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException(new java.sql.SQLException("deadlock", deadlock()));
                }))
                .satisfies(e -> {
                    assertThat(e.problem()).isEqualTo(Problem.UNAVAILABLE);
                    assertThat(e.code()).isEqualTo("store.busy");
                    assertThat(e.params()).containsKey("retryAfter");
                });
        assertThat(runs).hasValue(3);
    }

    /** The SQLSTATE of this database for it. */
    String deadlock();

    @Test
    default void keepsLongTextAndSaysWhenAValueIsTooLong() {
        String story = "é".repeat(100_000);
        slices().left().tx(em -> em.persist(CupEntity.of("1", "blue", story)));
        String found =
                slices().left().txExpr(em -> em.find(CupEntity.class, "1").story());
        assertThat(found).isEqualTo(story);
        assertProblem(
                Problem.INVALID, () -> slices().left().tx(em -> em.persist(CupEntity.of("2", "b".repeat(41), "none"))));
    }

    @Test
    default void answersUnavailableWhenEveryConnectionIsTaken() {
        Runnable work = () -> assertThat(slices().cups()).isZero();
        for (int i = 0; i < 4; i++) {
            Runnable inner = work;
            work = () -> unitOfWork().run(() -> {
                assertThat(slices().cups()).isZero();
                CompletableFuture.runAsync(inner).join();
            });
        }
        Runnable fiveAtATime = work;
        assertThatThrownBy(fiveAtATime::run)
                .hasRootCauseInstanceOf(java.util.NoSuchElementException.class)
                .hasStackTraceContaining("The database does not answer");
        assertThat(slices().database.connectionsInUse()).isZero();
    }

    @Test
    default void aStoreCannotLeaveTheUnitOfWork() {
        assertThatThrownBy(() -> slices().left().tx(TransactionType.RequiresNew, em -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private UnitOfWork unitOfWork() {
        return slices().database.transactions();
    }

    private void assertNothingIsKept() {
        assertThat(slices().cups()).isZero();
        assertThat(slices().plates()).isZero();
    }

    private int countByJdbc() {
        try (var connection = slices().database.dataSource().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM CUP")) {
            rows.next();
            return rows.getInt(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertProblem(Problem problem, Runnable work) {
        assertThatExceptionOfType(PatchbayException.class).isThrownBy(work::run).satisfies(e -> assertThat(e.problem())
                .isEqualTo(problem));
    }
}
