package org.patchbay.spi.live;

import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.Problem;

/** One client's opening of a channel. Calls come one at a time, in order. */
@ConsumerType
public interface LiveSubscription {

    /** The client sent a JSON object; an exception is reported to the client and leaves the channel open. */
    default void receive(String message) {
        throw Problem.INVALID.because("This channel takes no messages");
    }

    /** The client closed the channel, lost its connection or its session ended. */
    void close();
}
