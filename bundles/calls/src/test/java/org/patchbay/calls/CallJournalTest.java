package org.patchbay.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.calls.store.InMemoryCallStore;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.store.InMemoryUnitOfWork;

final class CallJournalTest {

    private static final PortalId PORTAL = new PortalId(Ids.next());

    private final InMemoryCallStore store = new InMemoryCallStore();
    private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final UnitOfWork counted = new UnitOfWork() {
        @Override
        public <T> T call(Supplier<T> work) {
            commits.incrementAndGet();
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("The database does not answer");
            }
            return unit.call(work);
        }

        @Override
        public void beforeCommit(Runnable action) {
            unit.beforeCommit(action);
        }

        @Override
        public void afterCommit(Runnable action) {
            unit.afterCommit(action);
        }
    };

    private CallJournal journal() {
        return new CallJournal(store, new InMemoryEvents(unit, new CallEvents()), counted, "run", (portal, call) -> {});
    }

    private static CallRecord call() {
        var now = Instant.parse("2026-11-26T12:00:00Z");
        return new CallRecord(
                new CallId(Ids.next()),
                CallDirection.INTERNAL,
                CallResult.MISSED,
                "100",
                "",
                "101",
                now,
                Optional.empty(),
                now,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @Test
    void manyCallsAreCommittedTogetherInTime() {
        try (CallJournal journal = journal()) {
            var first = call();
            journal.ended(PORTAL, first);
            long begun = System.nanoTime();
            for (int i = 0; i < 200; i++) {
                journal.ended(PORTAL, call());
            }
            CallRecord last = call();
            journal.ended(PORTAL, last);
            await().pollInterval(Duration.ofMillis(2))
                    .until(() -> store.find(PORTAL, last.id()).isPresent());
            long windows = Duration.ofNanos(System.nanoTime() - begun).dividedBy(CallJournal.WINDOW);
            assertThat(commits.get()).as("one in each window").isLessThan((int) Math.min(100, windows + 4));
        }
        assertThat(CallJournal.WINDOW).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void whatWaitsIsWrittenWhenItEnds() {
        CallRecord call = call();
        try (CallJournal journal = journal()) {
            journal.ended(PORTAL, call);
        }
        assertThat(store.find(PORTAL, call.id())).isPresent();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsTriedAgain() {
        failures.set(2);
        CallRecord call = call();
        try (CallJournal journal = journal()) {
            journal.ended(PORTAL, call);
            await().until(() -> store.find(PORTAL, call.id()).isPresent());
        }
        assertThat(commits.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void isBehindWhenTooMuchWaits() {
        var open = new CountDownLatch(1);
        UnitOfWork slow = new UnitOfWork() {
            @Override
            public <T> T call(Supplier<T> work) {
                try {
                    open.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return unit.call(work);
            }

            @Override
            public void beforeCommit(Runnable action) {
                unit.beforeCommit(action);
            }

            @Override
            public void afterCommit(Runnable action) {
                unit.afterCommit(action);
            }
        };
        try (CallJournal journal =
                new CallJournal(store, new InMemoryEvents(unit, new CallEvents()), slow, "run", (portal, call) -> {})) {
            for (int i = 0; i < 22_000; i++) {
                journal.ended(PORTAL, call());
            }
            assertThat(journal.isBehind()).isTrue();
            open.countDown();
            await().until(() -> !journal.isBehind());
        }
    }
}
