package org.patchbay.api.cluster;

import org.osgi.annotation.versioning.ProviderType;

/** A task that runs on one node at a time. Thread-safe. */
@ProviderType
public interface Task extends Registration {

    /** Runs the task as soon as possible, wherever it lives; wakes during a run are folded into one further run. */
    void wake();

    /** Leaves the task to other nodes; waits a few seconds for the end of a run on this node. */
    @Override
    void close();
}
