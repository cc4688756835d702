package org.patchbay.spi.media;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Listens at other media servers, over one connection after another or several at a time. Closing it ends them all. Thread-safe. */
@ProviderType
public interface MediaClient extends OpenTap {

    /**
     * Begins a connection to what a server offered, as the side that ICE calls controlled and DTLS the client, and answers what the
     * server must be told. It goes by itself, with {@code endpointGone}, if it is not there within 15 seconds or the server does
     * not consent for 15 seconds.
     *
     * @throws BridgeException with {@code CONFLICT} if there is one of that id, {@code UNAVAILABLE} if there is no port left, or
     *     {@code NO_CONFERENCE} once closed
     */
    RemoteTransport join(EndpointId connection, Transport offered) throws BridgeException;

    /**
     * Replaces what the server is known to send there: all sources of all people. What is not named is not heard.
     *
     * @throws BridgeException with {@code NO_ENDPOINT}, {@code CONFLICT} if an SSRC is named twice, or {@code NO_CONFERENCE} once
     *     closed
     */
    void setSources(EndpointId connection, List<Source> sources) throws BridgeException;

    /** Ends a connection; an unknown one is ignored. No {@code endpointGone} follows. */
    void leave(EndpointId connection);
}
