package org.patchbay.testing.cluster;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.patchbay.api.cluster.Cluster;

final class InMemoryClusterTest implements ClusterContract {

    private final InMemoryCluster cluster = new InMemoryCluster();

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
