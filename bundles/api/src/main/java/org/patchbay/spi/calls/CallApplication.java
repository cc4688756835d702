package org.patchbay.spi.calls;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;

/**
 * Something that a caller can reach besides people. May come and go; what it is wanted for while it is away is refused.
 * Thread-safe.
 */
@ConsumerType
public interface CallApplication {

    /** The name in a call's path and in logs; kebab-case, unique in the running system. */
    String name();

    /** Whether it takes such a call. Answers from memory, for forecasts too. */
    boolean takes(PortalId portal, Wanted wanted);

    /**
     * Takes a call, on the call's own thread. Must return soon; what has to wait is done by {@link ApplicationCall#work}. One that
     * throws is left, and the call goes on as if it were away.
     *
     * @return hears what happens from then on, on the same thread
     */
    ApplicationListener begin(ApplicationCall call);

    /** How long a call may be here; a longer one is ended. */
    default Duration longest() {
        return Duration.ofHours(1);
    }
}
