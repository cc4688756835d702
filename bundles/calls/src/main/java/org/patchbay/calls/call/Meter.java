package org.patchbay.calls.call;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.PortalId;

/** Counts what a portal calls outside, against fraud. Answers from memory. Thread-safe. */
public interface Meter {

    /** Which limit forbids one more call: {@code simultaneous}, {@code minutes} or {@code destinations}. */
    Optional<String> limit(PortalId portal, String number, Instant at, int goingOn);
}
