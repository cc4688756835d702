package org.patchbay.api.http;

import org.osgi.annotation.versioning.ProviderType;

/** An open WebSocket for texts. One that the other side leaves without a sign of life for a minute is closed. Thread-safe. */
@ProviderType
public interface WebSocket extends AutoCloseable {

    /** Queues a text and returns; answers false when it is closed or too much is queued, which closes it. */
    boolean send(String text);

    /** Closes it; the listener hears nothing more. */
    @Override
    void close();
}
