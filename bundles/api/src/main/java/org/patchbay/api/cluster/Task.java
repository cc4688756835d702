package org.patchbay.api.cluster;

import org.osgi.annotation.versioning.ProviderType;

/** A task that runs on one node at a time. Thread-safe. */
@ProviderType
public interface Task extends Registration {

    /** Runs the task as soon as possible, wherever it lives; wakes during a run are folded into one further run. */
    void wake();
}
