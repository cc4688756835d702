package org.patchbay.sip.transaction;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final int THREADS = 4;
    private static final int EACH = 5_000;

    private final Lane lane = new Lane("lane", 1_000_000);

    @AfterEach
    void close() {
        lane.close();
    }

    @Test
    void restingDoesTheWorkOfWhoAsks() {
        var by = new ArrayList<Thread>();
        assertThat(lane.doNow(() -> by.add(Thread.currentThread()))).isTrue();
        lane.executeSoon(() -> by.add(Thread.currentThread()));
        assertThat(by).containsExactly(Thread.currentThread(), Thread.currentThread());
        assertThat(lane.isHere()).isFalse();
    }

    @Test
    void atWorkRefusesAndDoesItInTurn() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        lane.execute(() -> {
            begun.countDown();
            await().atMost(20, SECONDS).until(() -> go.getCount() == 0);
            done.add("first");
        });
        assertThat(begun.await(20, SECONDS)).isTrue();
        assertThat(lane.doNow(() -> done.add("now"))).isFalse();
        lane.executeSoon(() -> done.add("second"));
        assertThat(lane.offer(() -> done.add("message"), 100)).isTrue();
        go.countDown();
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(done).containsExactly("first", "second", "message"));
    }

    @Test
    void whatFollowsFromTheWorkInHandIsDoneAfterIt() {
        List<String> done = new ArrayList<>();
        lane.doNow(() -> {
            lane.executeSoon(() -> {
                done.add("second");
                lane.executeSoon(() -> done.add("third"));
            });
            done.add("first");
        });
        assertThat(done).containsExactly("first", "second", "third");
    }

    /** What was asked for by others before is done before. */
    @Test
    void whatFollowsGoesBehindWhatWaits() {
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        lane.doNow(() -> {
            lane.execute(() -> done.add("first"));
            lane.executeSoon(() -> done.add("second"));
        });
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(done).containsExactly("first", "second"));
    }

    @Test
    void keepsATimerThatWasSetByAnotherThread() {
        var rang = new CountDownLatch(1);
        assertThat(lane.doNow(() -> lane.after(10, rang::countDown))).isTrue();
        await().atMost(20, SECONDS).until(() -> rang.getCount() == 0);
    }

    @Test
    void goesOnAfterAnError() {
        var done = new CountDownLatch(1);
        lane.execute(() -> {
            lane.executeSoon(() -> {});
            throw new StackOverflowError("on purpose");
        });
        lane.execute(done::countDown);
        await().atMost(20, SECONDS).until(() -> done.getCount() == 0);
    }

    @Test
    void doesOneThingAtATimeAndWhatEachThreadAsksForInOrder() throws Exception {
        var inside = new AtomicInteger();
        var wrong = new AtomicInteger();
        var done = new AtomicInteger();
        int[] last = new int[THREADS];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int own = i;
            var thread = new Thread(() -> {
                for (int n = 1; n <= EACH; n++) {
                    int number = n;
                    Runnable work = () -> {
                        boolean alone = inside.incrementAndGet() == 1;
                        if (!alone || last[own] != number - 1) {
                            wrong.incrementAndGet();
                        }
                        last[own] = number;
                        inside.decrementAndGet();
                        done.incrementAndGet();
                    };
                    if (own % 2 == 0) {
                        lane.executeSoon(work);
                    } else if (!lane.doNow(work)) {
                        lane.offer(work, 100);
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        await().atMost(30, SECONDS).until(() -> done.get() == THREADS * EACH);
        assertThat(wrong).hasValue(0);
    }
}
