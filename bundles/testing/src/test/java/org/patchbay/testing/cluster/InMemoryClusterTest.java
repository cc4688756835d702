package org.patchbay.testing.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;

final class InMemoryClusterTest implements ClusterContract {

    private final InMemoryCluster cluster = InMemoryCluster.repeating();

    @Test
    void aTaskHasRunWhenItIsMadeAndRunsAgainOnceItIsWoken() {
        AtomicInteger runs = new AtomicInteger();
        try (InMemoryCluster calm = new InMemoryCluster()) {
            Task task = calm.node("only").task("calm", Duration.ofMillis(1), runs::incrementAndGet);
            assertThat(runs).hasValue(1);
            task.wake();
            await().until(() -> runs.get() == 2);
        }
        assertThat(runs).hasValue(2);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Override
    public TwoNodes nodes() {
        return new TwoNodes() {
            @Override
            public Cluster first() {
                return cluster.node("first");
            }

            @Override
            public Cluster second() {
                return cluster.node("second");
            }

            @Override
            public void killFirst() {
                cluster.kill("first");
            }

            @Override
            public void pass(Duration time) {
                cluster.pass(time);
            }
        };
    }
}
