package org.patchbay.spi.live;

import org.osgi.annotation.versioning.ProviderType;

/** The way to one client. Never blocks: a client that reads too slowly is disconnected. Thread-safe. */
@ProviderType
public interface LiveSink {

    /** Sends a JSON object; ignored once closed. */
    void send(String message);

    /** Closes the channel with a reason code such as {@code removed}; the socket stays. */
    void close(String reason);
}
