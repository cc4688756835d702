package org.patchbay.testing.cluster;

import java.time.Duration;
import org.patchbay.api.cluster.Cluster;

/** Two nodes of one cluster. */
public interface TwoNodes {

    Cluster first();

    Cluster second();

    /** The first node dies. */
    void killFirst();

    /** Lets time pass for what expires. */
    void pass(Duration time);
}
