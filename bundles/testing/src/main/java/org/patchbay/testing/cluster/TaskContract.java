package org.patchbay.testing.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.patchbay.api.cluster.Task;

/** What the tasks of a cluster promise. */
public interface TaskContract {

    Duration NEVER = Duration.ofDays(1);

    TwoNodes nodes();

    @Test
    default void runsAgainAndAgainAlsoAfterAFailure() {
        AtomicInteger runs = new AtomicInteger();
        nodes().first().task("count", Duration.ofMillis(5), () -> {
            runs.incrementAndGet();
            throw new IllegalStateException("on purpose");
        });
        await().until(() -> runs.get() >= 3);
    }

    @Test
    default void runsOnOneNodeAtATimeAndOnTheOtherWhenThatDies() {
        AtomicInteger running = new AtomicInteger();
        Set<String> at = ConcurrentHashMap.newKeySet();
        AtomicInteger overlaps = new AtomicInteger();
        AtomicInteger onSecond = new AtomicInteger();
        Runnable inside = () -> {
            if (running.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            running.decrementAndGet();
        };
        nodes().first().task("one", Duration.ofMillis(2), () -> {
            at.add("first");
            inside.run();
        });
        nodes().second().task("one", Duration.ofMillis(2), () -> {
            onSecond.incrementAndGet();
            inside.run();
        });
        await().until(() -> at.contains("first"));
        assertThat(onSecond).hasValue(0);
        nodes().killFirst();
        await().until(() -> onSecond.get() >= 3);
        assertThat(overlaps).hasValue(0);
    }

    @Test
    default void wakesDuringARunAreFoldedIntoOneFurtherRun() {
        AtomicInteger runs = new AtomicInteger();
        Gate inRun = new Gate();
        Gate mayEnd = new Gate();
        Task task = nodes().first().task("fold", NEVER, () -> {
            if (runs.incrementAndGet() == 1) {
                inRun.open();
                mayEnd.pass();
            }
        });
        inRun.pass();
        for (int i = 0; i < 50; i++) {
            task.wake();
        }
        mayEnd.open();
        await().until(() -> runs.get() == 2);
        task.wake();
        await().until(() -> runs.get() == 3);
        task.close();
        task.wake();
        assertThat(runs).hasValue(3);
    }

    @Test
    default void closingWaitsForTheEndOfARun() throws InterruptedException {
        List<String> order = new CopyOnWriteArrayList<>();
        Gate inRun = new Gate();
        Gate mayEnd = new Gate();
        Task task = nodes().first().task("ending", NEVER, () -> {
            inRun.open();
            mayEnd.pass();
            order.add("end of the run");
        });
        inRun.pass();
        Thread closer = new Thread(() -> {
            task.close();
            order.add("closed");
        });
        closer.start();
        await().until(() -> closer.getState() == Thread.State.TIMED_WAITING || !closer.isAlive());
        mayEnd.open();
        closer.join();
        assertThat(order).containsExactly("end of the run", "closed");
    }

    @Test
    default void isWokenFromTheOtherNode() {
        AtomicInteger runs = new AtomicInteger();
        nodes().first().task("far", NEVER, runs::incrementAndGet);
        Task there = nodes().second().task("far", NEVER, () -> {});
        await().until(() -> runs.get() >= 1);
        int before = runs.get();
        there.wake();
        await().until(() -> runs.get() > before);
    }
}
