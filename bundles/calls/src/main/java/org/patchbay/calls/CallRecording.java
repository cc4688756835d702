package org.patchbay.calls;

import java.time.Instant;

/**
 * What was said in a call, or in a part of it: whoever comes in another one's place begins a recording of their own. Immutable.
 *
 * @param id names it within the call
 * @param millis how long it is
 */
public record CallRecording(String id, Instant started, long millis, long bytes) {

    Instant ended() {
        return started.plusMillis(millis);
    }
}
