package org.patchbay.api.http;

import java.net.URI;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * HTTP and WebSockets to servers that root itself named in a setting, media servers for instance: private and loopback
 * addresses may be called too. Link-local, metadata and multicast addresses are refused still, and no redirect is
 * followed. For addresses of portals, scripts and plugins there is {@link Http}. Blocks; never called on an I/O thread.
 * Thread-safe.
 */
@ProviderType
public interface TrustedHttp {

    /**
     * Sends one request.
     *
     * @throws org.patchbay.api.PatchbayException FORBIDDEN with the refused address, UNAVAILABLE when nothing answers in
     *     time, TOO_LARGE for a reply over the limit, LIMITED for too many requests at a time to
     *     this server
     */
    HttpReply send(HttpCall call);

    /**
     * Opens a WebSocket (RFC 6455).
     *
     * @param uri ws or wss, absolute
     * @param timeout until it is open; at most 60 s
     * @throws org.patchbay.api.PatchbayException FORBIDDEN with the refused address; UNAVAILABLE when nothing answers in
     *     time or it answers something else, then with its {@code status} among the parameters
     */
    WebSocket open(URI uri, Duration timeout, WebSocketListener listener);
}
