package org.patchbay.api.http;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears a {@link WebSocket}: one call at a time, in order; must return soon. */
@ConsumerType
public interface WebSocketListener {

    /** A text came, at most 1 MiB. */
    void text(String text);

    /** The other side closed it, or it broke, then with code 1006. Nothing comes after this. */
    void closed(int code, String reason);
}
