package org.patchbay.calls.call;

import java.time.Duration;
import org.patchbay.api.cluster.Registration;

/** Does things later. Thread-safe. */
public interface Timers {

    /** Runs the task once, after so long, unless closed before. The task must return soon. */
    Registration after(Duration time, Runnable task);
}
